// What GitHub and GitLab do with comments, on this machine alone: enough to find, make and edit them. It ends with the
// test that started it.
import http from 'node:http';

export const TOKEN = 'ghs_a-secret';  // of the job
export const TOKEN_OF_APP = 'ghs_another-secret';
export const TOKEN_OF_PERSON = 'ghp_a-secret';
const COMMENTS = /^\/(?:repos\/owner\/records\/issues(?:\/7)?\/comments|projects\/42\/merge_requests\/7\/notes)\/?(\d*)$/;
const SOMEBODY = { login: 'somebody', id: 6, type: 'User' };
const OTHER_BOT = { login: 'other[bot]', id: 9, type: 'Bot' };
const OWNERS = {
    [TOKEN]: { login: 'github-actions[bot]', id: 5, type: 'Bot' },
    [TOKEN_OF_APP]: { login: 'app[bot]', id: 7, type: 'Bot' },
    [TOKEN_OF_PERSON]: { login: 'person', id: 8, type: 'User' },
};

export class Host {
    comments = [];
    requests = [];  // "POST /repos/…"
    refuses = false;  // writing, as it is where a token may only read

    static start() {
        const host = new Host();
        host.server = http.createServer((request, response) => host.answer(request, response));
        host.server.unref();
        return new Promise((resolve) => host.server.listen(0, '127.0.0.1', () => resolve(host)));
    }

    get address() {
        return `http://127.0.0.1:${this.server.address().port}`;
    }

    // What the job's own comment says; an error where it is not one.
    get ours() {
        return this.commentBy(TOKEN);
    }

    // What the one comment says that was written with a token.
    commentBy(token) {
        const found = this.comments.filter((each) => each.user === OWNERS[token]);
        if (found.length !== 1) throw new Error(`there are ${found.length} comments by ${OWNERS[token].login}`);
        return found[0].body;
    }

    // Others write too, more than a page of them, and two of them our marker.
    talk() {
        for (let count = 0; count < 120; ++count) this.add('I think so too', SOMEBODY);
        for (const user of [SOMEBODY, OTHER_BOT]) this.add('<!-- ims: check -->\nAll is well, trust me', user);
    }

    // Whether nobody wrote over what others said.
    get othersAreLeft() {
        const others = this.comments.filter((each) => each.user === SOMEBODY || each.user === OTHER_BOT);
        return others.filter((each) => each.body.endsWith('trust me')).length === 2;
    }

    add(body, user) {
        const comment = { id: 3_000_000_000 + this.comments.length, body, user, author: user };
        this.comments.push(comment);
        return comment;
    }

    async answer(request, response) {
        const chunks = [];
        for await (const chunk of request) chunks.push(chunk);
        const { pathname, searchParams } = new URL(request.url, this.address);
        this.requests.push(`${request.method} ${pathname}`);
        const [status, value] = this.decide(request, pathname, searchParams, Buffer.concat(chunks).toString());
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(value));
    }

    decide(request, pathname, query, body) {
        const { authorization, 'private-token': token } = request.headers;
        const used = token ?? authorization?.replace(/^Bearer /, '');
        const me = OWNERS[used];
        if (!me) return [401, { message: '::error::Bad credentials' }];
        const reads = request.method === 'GET';
        if (!reads && this.refuses) return [403, { message: '::error::Resource not accessible' }];
        if (reads && pathname === '/user') {
            if (authorization && me.type === 'Bot') return [403, { message: '::error::Resource not accessible' }];
            return [200, me];
        }
        const place = COMMENTS.exec(pathname);
        if (!place) return [404, { message: 'Not found' }];
        const id = Number(place[1]);
        if (reads) {
            const size = Number(query.get('per_page'));
            const from = size * (Number(query.get('page')) - 1);
            return [200, this.comments.slice(from, from + size)];
        }
        const text = authorization ? JSON.parse(body).body : new URLSearchParams(body).get('body');
        if (!id && request.method === 'POST') return [201, this.add(text, me)];
        const comment = this.comments.find((each) => each.id === id);
        const edits = authorization ? 'PATCH' : 'PUT';
        if (comment && comment.user !== me && !authorization) return [403, { message: 'Not yours' }];
        if (!comment || request.method !== edits) return [404, { message: 'Not found' }];
        comment.body = text;
        return [200, comment];
    }
}
