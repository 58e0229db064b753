-- Somebody at the keyboard, in roles/driver.yaml of the corner shop, whose `reports_to` is mistyped. Only Neovim 0.7 and
-- what the README configures; conditions are waited for, no time is.
local patience = 12000
local failed = false

local function check(what, got, expected)
  if vim.deep_equal(got, expected) then return end
  failed = true
  io.stdout:write(what .. ': ' .. vim.inspect(got) .. '\n    instead of ' .. vim.inspect(expected) .. '\n')
end
local function wait(what, holds)
  check('in time: ' .. what, vim.wait(patience, holds, 10), true)
end
local function line(number) return vim.api.nvim_buf_get_lines(0, number - 1, number, false)[1] end
local function found() return vim.tbl_map(function(each) return (each.lnum + 1) .. ':' .. (each.col + 1) .. ' ' .. each.code end, vim.diagnostic.get(0)) end
local function cursor(number, text)
  local begin = line(number):find(text, 1, true)
  check(text .. ' stands in line ' .. number, begin ~= nil, true)
  vim.api.nvim_win_set_cursor(0, { number, (begin or 1) - 1 })
end
local function write(name, text)
  local file = assert(io.open(name, 'w'))
  file:write(text)
  file:close()
end
local function part(what, run)
  local ok, trouble = xpcall(run, debug.traceback)
  if not ok then check(what, trouble, nil) end
end
local function answers(method)
  local params = vim.lsp.util.make_position_params()
  local all = vim.lsp.buf_request_sync(0, method, params, patience) or {}
  for _, answer in pairs(all) do return answer.result end
end

part('diagnostics', function()
  wait('what is wrong is shown', function() return #found() == 1 end)
  check('what is wrong', found(), { '4:13 unknown-reference' })
  -- The screen.
  vim.o.columns, vim.o.lines = 110, 12
  vim.o.laststatus = 0
  cursor(4, 'florst')
  vim.cmd('redraw!')
  local screen = {}
  for row = 1, 8 do
    local cells = {}
    for column = 1, vim.o.columns do table.insert(cells, vim.fn.screenstring(row, column)) end
    table.insert(screen, (table.concat(cells):gsub('%s+$', '')))
  end
  write(vim.env.SCREEN, table.concat(screen, '\n') .. '\n')
end)

part('what others save', function()
  write('roles/florst.yaml', 'role: florst\ntitle: Florst\ndescription: of another program\n')
  wait('another program mends it', function() return #found() == 0 end)
  os.remove('roles/florst.yaml')
  wait('another program takes that back', function() return #found() == 1 end)
end)

part('a code action', function()
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      local action = item[2] or item.action or item
      if vim.inspect(action.edit or {}):find('florist', 1, true) then return choose(item) end
    end
    check('an action mends it', vim.inspect(items), 'one with `florist`')
  end
  cursor(4, 'florst')
  vim.lsp.buf.code_action()
  wait('it mends the line', function() return line(4) == 'reports_to: florist' end)
  vim.api.nvim_buf_set_lines(0, 3, 4, false, { 'reports_to: florist' })  -- whatever came of it, the next parts need it
  wait('nothing is found any more', function() return #found() == 0 end)
  vim.cmd('silent write')
end)

part('what is offered', function()
  check('the key offers', vim.bo.omnifunc, 'v:lua.vim.lsp.omnifunc')
  vim.api.nvim_buf_set_lines(0, 3, 4, false, { 'reports_to: flo' })
  vim.api.nvim_win_set_cursor(0, { 4, 15 })
  vim.cmd('startinsert!')
  local params = vim.lsp.util.make_position_params()
  params.position.character = 15
  local answer = {}
  for _, each in pairs(vim.lsp.buf_request_sync(0, 'textDocument/completion', params, patience) or {}) do answer = each.result or {} end
  if answer == vim.NIL then answer = {} end
  local labels = vim.tbl_map(function(item) return item.label end, answer.items or answer)
  check('an id is offered', vim.tbl_contains(labels, 'florist'), true)
  vim.cmd('stopinsert')
  vim.api.nvim_buf_set_lines(0, 3, 4, false, { 'reports_to: florist' })
end)

part('to a record and back', function()
  vim.cmd('silent write')
  cursor(4, 'florist')
  vim.lsp.buf.definition()
  wait('the cursor is at the record', function() return vim.api.nvim_buf_get_name(0):match('roles/florist.yaml$') ~= nil end)
  check('in its first line', vim.api.nvim_win_get_cursor(0)[1], 1)
  vim.cmd('silent edit roles/driver.yaml')
end)

part('another id', function()
  cursor(1, 'driver')
  vim.lsp.buf.rename('courier')
  wait('the record has it', function() return line(1) == 'role: courier' end)
  vim.cmd('silent wall')
  check('so have those that name it', vim.fn.readfile('processes/deliver-flowers.yaml')[6], 'responsible: [courier]')
  wait('nothing is found', function() return #found() == 0 end)
end)

part('an exception', function()
  vim.cmd('silent edit roles/bookkeeper.yaml')
  local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.tbl_filter(function(each) return not each:find('^deputies:') end, lines))
  wait('a gap is found', function() return vim.deep_equal(found(), { '1:7 role-without-deputy' }) end)
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      local action = item[2] or item.action or item
      if action.title:find('^Accept') then return choose(item) end
    end
    check('it can be accepted', vim.inspect(items), 'one that accepts')
  end
  cursor(1, 'bookkeeper')
  vim.lsp.buf.code_action()
  local reason
  wait('the exception stands there', function()
    for number, each in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
      if each:find('reason:', 1, true) then reason = number end
    end
    return reason ~= nil
  end)
  wait('it asks why', function() return vim.deep_equal(found(), { reason .. ':5 exception-incomplete' }) end)
  vim.api.nvim_buf_set_lines(0, reason - 1, reason, false, { '    reason: the books can wait for a week' })
  wait('nothing is found any more', function() return #found() == 0 end)
  vim.cmd('silent write')
end)

vim.cmd(failed and 'cquit 1' or 'qall!')
