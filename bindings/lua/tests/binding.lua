-- binding.lua README: what no case can say: every symbol is there, wrong use is told by name, handles live long enough,
-- and the README's program prints what it shows. On a real server, LIBAPI_URL and LIBAPI_KEY.
local ffi, json, libapi = require "ffi", require "libapi.json", require "libapi"
local low, null, checks = libapi.low, libapi.null, 0

local function check(fine, format, ...)
	checks = checks + 1
	return fine or error(format:format(...), 2)
end

local function refused(place, action, ...)
	local ok, err = pcall(action, ...)
	check(not ok and err.code == "LIBAPI_E_INVALID", "%s was not refused: %s", place, tostring(err))
	check(tostring(err):find(place, 1, true), "the refusal does not name %s: %s", place, tostring(err))
end

local client = libapi.open()

local function every_symbol_is_there()
	local library = ffi.load(os.getenv "LIBAPI_LIBRARY" or low.abi.soname)
	for name in pairs(low.functions) do check(pcall(function() return library[name] end) and low[name], "no %s", name) end
	for _, operation in ipairs(low.abi.operations) do
		local name = operation["function"]:sub(8)
		check(client[name] and client[name .. "_start"], "no client:%s()", name)
		check(operation.pager == null or client[name .. "_each"], "no client:%s_each()", name)
	end
end

local function wrong_use_is_told()
	refused("title", client.event_create, client, "id", { title = 5 })
	refused("title", client.event_create, client, "id", { title = null })
	refused("titel", client.event_create, client, "id", { titel = "x" })
	refused("status", client.event_create, client, "id", { status = "maybe" })
	refused("is_all_day", client.event_create, client, "id", { is_all_day = 1 })
	refused("attendees", client.event_create, client, "id", { attendees = "ada" })
	refused("limit", client.event_list, client, "id", { limit = 1.5 })
	refused("timeout_ms", client.user_get, client, "me", { timeout_ms = 2 ^ 40 })
	refused("no such setting", client.user_get, client, "me", { patience = 1 })
	refused("takes 3 values", client.user_get, client, "me", nil, nil)
	refused("user_id", client.user_get, client, "m\0e")
	refused("no event_fetch", function() return client:event_fetch() end)
	refused("on_line", low.libapi_config_set_log, low.libapi_config_new(), 1, function() end)
	local gone = libapi.client { url = "http://127.0.0.1:1", key = "cal_x" }
	gone:unref()
	refused("released", client.user_get, gone, "me")
	refused("released", gone.unref, gone)
	refused("client", client.user_get, libapi.low.libapi_config_new(), "me")
end

local function handles_live_long_enough(calendar)
	for i = 1, 30 do
		local start = ("2026-12-%02dT10:00:00Z"):format(i)
		client:event_create(calendar.id, { title = "n" .. i, start_time = start, end_time = start:gsub("T10", "T11"),
			attendees = { { email = ("a%d@example.com"):format(i) } } })
	end
	local kept = {}
	for event in client:event_list_each(calendar.id, { limit = 7 }) do kept[#kept + 1] = event.attendees[1] end
	collectgarbage()
	collectgarbage()
	for _ = 1, 5 do -- over what was freed, if it was
		for event in client:event_list_each(calendar.id, { limit = 7 }) do client:event_update(calendar.id, event.id, { title = "x" }) end
	end
	check(#kept == 30, "%d events", #kept)
	for i, attendee in ipairs(kept) do check(attendee.email == ("a%d@example.com"):format(i), "%s", tostring(attendee.email)) end
end

local function many_calls_wait_at_once(calendar)
	local calls, done = {}, 0
	for _ = 1, 64 do calls[#calls + 1] = client:calendar_get_start(calendar.id) end
	while done < #calls do
		client:process(1000)
		for call in function() return client:next_done() end do
			check(call:take().name == calendar.name, "another answer")
			done = done + 1
		end
	end
end

local function json_keeps_all()
	local text = [[{"a": [], "b": {}, "c": [9223372036854775807, -1.5, true, null], "d": "\u00e9\ud83d\ude00\n\\u0041\""}]]
	local read = json.decode(text)
	check(read.c[1] == 9223372036854775807LL and read.d == 'é😀\n\\u0041"' and read.c[4] == null, "read as %s", json.encode(read))
	check(json.encode(json.decode(json.encode(read)).a) == "[]" and json.encode(read.b) == "{}", "an empty list or object turned")
	check(json.encode(read.c) == "[9223372036854775807,-1.5,true,null]", "%s", json.encode(read.c))
end

local function readme_is_true(path)
	local text = io.open(path):read "*a"
	local program, due, printed = text:match "```lua\n(.-)```", text:match "prints\n\n```\n(.-)```", {}
	local function note(...)
		local words = {}
		for i = 1, select("#", ...) do words[i] = tostring((select(i, ...))) end
		printed[#printed + 1] = table.concat(words, "\t") .. "\n"
	end
	setfenv(assert(loadstring(program)), setmetatable({ print = note }, { __index = _G }))()
	check(table.concat(printed) == due, "the README's program prints\n%s", table.concat(printed))
end

-- Blank lines and comments apart.
local function code_lines(folder)
	local count = 0
	for line in io.popen(("cat %s/libapi/*.lua %s/tests/conformance.lua"):format(folder, folder)):lines() do
		count = count + (line:find "^%s*%-%-" == nil and line:find "%S" and 1 or 0)
	end
	return count
end

every_symbol_is_there()
wrong_use_is_told()
json_keeps_all()
local calendar = client:calendar_create { name = "Lua" }
handles_live_long_enough(calendar)
many_calls_wait_at_once(calendar)
readme_is_true(arg[1])
print(("%d checks; binding and conformance runner are %d lines of code"):format(checks, code_lines(arg[1]:match "^(.*)/")))
