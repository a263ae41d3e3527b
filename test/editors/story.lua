-- What a person does in Neovim with Lamina, and what there is to be seen. Runs in a Neovim whose init.lua is the manual's; what was
-- seen is written as JSON, and judged elsewhere. Works with Neovim 0.7 and later.
local seen = {}
local clients = vim.lsp.get_clients or vim.lsp.get_active_clients

-- Waits until something holds; what is waited for stands in the message if it never does.
local function await(what, holds)
  if not vim.wait(20000, holds, 20) then error("waited in vain for " .. what) end
end

local function open(path)
  vim.cmd("edit " .. vim.fn.fnameescape(path))
end

local function diagnostics()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    local line = vim.api.nvim_buf_get_lines(0, each.lnum, each.lnum + 1, true)[1]
    table.insert(found, {
      code = each.code or each.user_data.lsp.code,
      message = each.message,
      severity = each.severity,
      line = each.lnum + 1,
      -- columns of Neovim are bytes, so that this is right only if both sides count alike
      words = each.lnum == each.end_lnum and line:sub(each.col + 1, each.end_col) or "",
    })
  end
  return found
end

local function has(code)
  return function()
    for _, each in ipairs(diagnostics()) do
      if each.code == code then return true end
    end
    return false
  end
end

-- Puts the cursor on the nth of some words; on their first sign, or `into` bytes after it.
local function go(words, into)
  local lines = vim.api.nvim_buf_get_lines(0, 0, -1, true)
  for number, line in ipairs(lines) do
    local at = line:find(words, 1, true)
    if at then return vim.api.nvim_win_set_cursor(0, { number, at - 1 + (into or 0) }) end
  end
  error("no “" .. words .. "” in " .. vim.api.nvim_buf_get_name(0))
end

local function ask(method, more)
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(0, "utf-16"), more or {})
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or {}
  for _, answer in pairs(answers) do
    if answer.error then error(method .. ": " .. answer.error.message) end
    return answer.result
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\n")
end

local story = {}

function story.findings()
  open("mine.lamina")
  await("findings", has("claim-without-evidence"))
  seen.findings = diagnostics()
end

function story.hover()
  go("L4 ->")
  seen.hover = ask("textDocument/hover").contents
  -- as a person sees it
  vim.lsp.buf.hover()
  local function float()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then return window end
    end
  end
  await("the card", float)
  seen.card = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, true), "\n")
  vim.api.nvim_win_close(float(), true)
end

function story.definition()
  go("[@binzegger", 3)
  vim.lsp.buf.definition()
  await("the bibliography", function() return vim.fn.expand("%:t") == "references.bib" end)
  seen.definition = vim.api.nvim_get_current_line()
  open("mine.lamina")
  go("L4 ->")
  vim.lsp.buf.definition()
  await("the atlas", function() return vim.fn.expand("%:t") == "cortex.lamina" end)
  seen.atlas = vim.api.nvim_get_current_line()
  await("the server of the atlas", function() return next(vim.lsp.buf_get_clients(0)) ~= nil end)
  go("part L4:", 5)
  seen.atlasCard = ask("textDocument/hover").contents.value
  vim.wait(500, function() return false end)
  seen.atlasFindings = #vim.diagnostic.get(0)
  open("mine.lamina")
end

function story.citing()
  go("my-first")
  await("the finding", has("claim-without-evidence"))
  local offered = {}
  -- what asks a person to choose
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      local title = options.format_item and options.format_item(item) or ""
      table.insert(offered, title)
    end
    for index, title in ipairs(offered) do
      if title:find("^Cite") then return choose(items[index], index) end
    end
    choose(nil)
  end
  local before = text()
  vim.lsp.buf.code_action()
  await("the evidence", function() return text() ~= before end)
  await("the finding to go", function() return not has("claim-without-evidence")() end)
  seen.offered = offered
  seen.cited = text()
end

function story.renaming()
  open("uses.lamina")
  open("mine.lamina")
  go("my-first")
  vim.lsp.buf.rename("content-flow")
  await("the new name", function() return text():find("claim content%-flow") ~= nil end)
  seen.renamed = text()
  open("uses.lamina")
  seen.renamedElsewhere = text()
  vim.cmd("silent write")
  open("mine.lamina")
end

function story.formatting()
  vim.api.nvim_buf_set_lines(0, -1, -1, true, { "", "claim   second :  L5   as   Key", "      strength analogy" })
  if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 20000 }) else vim.lsp.buf.formatting_sync(nil, 20000) end
  seen.formatted = text()
end

function story.completion()
  vim.api.nvim_buf_set_lines(0, -1, -1, true, { "", "claim third: L6 as " })
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), #"claim third: L6 as " })
  -- the cursor of normal mode stands on a sign, not behind it
  local params = { position = { line = vim.api.nvim_buf_line_count(0) - 1, character = #"claim third: L6 as " } }
  local result = ask("textDocument/completion", params)
  local items = result.items or result
  seen.completion = {}
  for _, item in ipairs(items) do
    if item.label == "Query" then
      seen.completed = item
      vim.lsp.util.apply_text_edits({ item.textEdit }, vim.api.nvim_get_current_buf(), "utf-16")
    end
    table.insert(seen.completion, item.label)
  end
  seen.afterCompletion = vim.api.nvim_buf_get_lines(0, -2, -1, true)[1]
end

function story.astral()
  open("astral.md")
  await("findings", has("unknown-claim"))
  seen.astral = diagnostics()
end

function story.bibliography()
  open("late.lamina")
  await("the unknown work", has("unresolved-citation"))
  local file = assert(io.open("references.bib", "a"))
  file:write("\n@article{lateness2026, title = {Added while Neovim was open}, author = {Nobody, N.}, year = {2026}}\n")
  file:close()
  await("the work to be known", function() return not has("unresolved-citation")() end)
  seen.bibliography = diagnostics()
end

function story.outline()
  open("mine.lamina")
  seen.outline = {}
  for _, symbol in ipairs(ask("textDocument/documentSymbol")) do table.insert(seen.outline, symbol.name) end
end

function story.lenses()
  seen.lenses = {}
  for _, lens in ipairs(ask("textDocument/codeLens")) do table.insert(seen.lenses, lens.command and lens.command.command or "") end
end

seen.failures = {}
for _, name in ipairs({
  "findings", "hover", "definition", "citing", "renaming", "formatting", "completion", "astral", "bibliography", "outline", "lenses",
}) do
  local went, problem = pcall(story[name])
  if not went then
    seen.failures[name] = tostring(problem)
    -- what follows builds on it
    break
  end
end
if vim.tbl_isempty(seen.failures) then seen.failures = vim.empty_dict() end

local pids = {}
for _, client in pairs(clients()) do
  table.insert(pids, client.name)
  client.stop()
end
seen.clients = pids
seen.ended = vim.wait(5000, function() return #clients() == 0 end, 20)
local version = vim.version()
seen.version = ("%d.%d.%d"):format(version.major, version.minor, version.patch)
vim.fn.writefile({ vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen) }, vim.env.LAMINA_STORY_RESULT)
vim.cmd("qall!")
