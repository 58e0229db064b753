# Read by the cases beside this and by those of `retire`: a small folder in which records name each other in every way.
. "$EXAMPLES/../tests/golden/since/common.sh"
kiosk() {
    mkdir -p roles docs
    cat >ims.yaml <<'END'
organisation: Kiosk
scope: Sale of papers.
top_management: [owner]
disciplines:
  quality: {standards: [house-rules], lead: seller}   # role/seller leads
defaults:
  process: {owner: seller}
  risk: {owner: "seller"}
END
    cat >roles/seller.yaml <<'END'
role: seller
title: Seller
holders: 1
responsibilities: [{does: Sells, disciplines: [quality], processes: [sell]}]
END
    cat >roles/others.yaml <<'END'
role: owner
title: Owner
holders: 1
deputies: [role/seller]
---
role: helper
title: Helper
reports_to: 'seller'
includes:
  - seller   # for now
exceptions:
  - {rule: role-without-deputy, reason: Small, by: role/seller, until: 2027-01-01}
x_notes:
  phone_of: seller
END
    printf 'process: sell\r\ntitle: Sell papers\r\ndescription: As role/seller does.\r\ntype: core\r\nresponsible: [seller, helper]\r\nconsulted: &all [ "seller" ]\r\ninformed: *all\r\nactivities:\r\n- name: Count\r\n  responsible: seller' >sell.yaml
    cat >house-rules.yaml <<'END'
standard: house-rules
title: Rules of the house
edition: "2026"
discipline: quality
clauses:
  - {number: "4.1", title: Sell fairly, evidence: [document]}
  - {number: "4.2", title: Keep clean, evidence: [document]}
---
document: paper
title: Paper
type: policy
version: 1
owner: seller
approved: {by: seller, date: 2026-01-01}
location: docs/paper.md
clauses: [house-rules:4.1, "house-rules:4.2"]
END
    printf '# Paper\n\nThe seller (role/seller) keeps it.\nSee role/seller-of-old and roles/seller.\n' >docs/paper.md
}
