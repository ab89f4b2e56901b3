-- conformance.lua scripted|reference FOLDER [PREFIX]: the cases of tests/conformance through this binding alone.
-- The scripted server is libapi-testing's (api/testing.h), in this process; LIBAPI_TESTING names the library.
local ffi, json, libapi = require "ffi", require "libapi.json", require "libapi"
local low, null = libapi.low, json.null
ffi.cdef [[
	int32_t libapi_test_server_new(const char *script, void **out, char **why);
	void libapi_test_server_free(void *server);
	const char *libapi_test_server_url(const void *server);
	char *libapi_test_server_report(void *server);
	void libapi_test_string_free(char *text);
	unsigned alarm(unsigned seconds);
	int fork(void);
	int waitpid(int pid, int *status, int options);
	void _exit(int status);
]]
local testing = ffi.load(os.getenv "LIBAPI_TESTING" or "libapi-testing.so.1")
local operations, tally = {}, { cases = 0, calls = 0, failed = 0 }
for _, each in ipairs(low.abi.operations) do operations[each.id] = each end

-- ---- expected and got ---------------------------------------------------------------------------------------

local function expect(fine, format, ...)
	return fine or error({ fault = format:format(...) }, 0)
end

local function same(where, due, got)
	if due == null then return expect(got == nil or got == null, "%s is %s, expected null", where, json.encode(got)) end
	if type(due) == "table" and type(got) == "table" then
		expect(getmetatable(due) == nil or #due == #got, "%s has %d entries, expected %d", where, #got, #due)
		for name, value in pairs(due) do same(where .. "." .. name, value, got[name]) end
	else
		local begins = type(due) == "string" and type(got) == "string" and due:match "^(.*)…$"
		expect(type(due) == type(got) and due == got or begins and got:sub(1, #begins) == begins, "%s is %s, expected %s", where,
			json.encode(got), json.encode(due))
	end
end

-- ${NAME} in texts, wherever they stand; those of a child are filled in there.
local function fill_in(value, names)
	if type(value) == "string" then
		return (value:gsub("%${(.-)}", function(name) return tostring(expect(names[name], "${%s} was not saved", name)) end))
	end
	if type(value) ~= "table" or value == null then return value end
	local filled = setmetatable({}, getmetatable(value))
	for name, member in pairs(value) do filled[name] = name == "fork" and member or fill_in(member, names) end
	return filled
end

-- ---- parts of steps -----------------------------------------------------------------------------------------

local function operation_of(step, kind)
	return expect(operations[step[kind]], "there is no operation %s", tostring(step[kind]))
end

-- Path, body, query and options in the order of the C functions.
local function invoke(scene, operation, suffix, step)
	local values, count = {}, #operation.path_params
	for i, name in ipairs(operation.path_params) do values[i] = (step.path or {})[name] end
	for name in pairs(step.path or {}) do expect(operation.path:find("{" .. name .. "}", 1, true), "%s is not in the path", name) end
	for _, part in ipairs { "body", "query", "options" } do
		local takes = part == "options" or operation[part] ~= null
		count = count + (takes and 1 or 0)
		values[takes and count or expect(step[part] == nil, "the operation has no %s", part) and 0] = step[part]
	end
	return scene.client[operation["function"]:sub(8) .. suffix](scene.client, unpack(values, 1, count))
end

local function of_enum(text, number)
	return number == 0 and text and { raw = text } or text
end

local function show(out, answer)
	out.gives, out.text = low.type_of(answer) and libapi.to_table(answer, of_enum), answer
	collectgarbage "step"
end

local function headers_of(due, handle)
	local found = {}
	for name in pairs((due or {}).headers or {}) do found[name] = handle:header(name) end
	return found
end

local function held(scene, name)
	return expect(scene.held[name], "nothing is called %s", tostring(name))
end

local function hold(scene, name, what)
	scene.held[expect(name and not scene.held[name] and name, "%s: taken or missing", tostring(name))] = what
end

local function walk(scene, item_of, step, out)
	if step.as then hold(scene, step.as, item_of) end
	out.gives = json.array()
	for i = 1, step.max or math.huge do
		local item = item_of()
		if item == nil then return end
		out.gives[i] = type(item) == "table" and item or libapi.to_table(item, of_enum)
	end
end

local function found_by(sync)
	local found = { token = sync:token() }
	for name, value in pairs(low.constants) do
		local kind = value == sync:kind() and name:match "^LIBAPI_SYNC_(%u+)$"
		found.kind = kind and kind:lower() or found.kind
	end
	for _, part in ipairs { "event", "deleted", "calendar" } do
		local record = sync[part](sync)
		found[part] = record and libapi.to_table(record, of_enum)
	end
	return found
end

-- ---- what a step does ---------------------------------------------------------------------------------------

local steps, run_steps = {}, nil

function steps.call(scene, step, out)
	show(out, invoke(scene, operation_of(step, "call"), "", step))
end

function steps.raw(scene, step, out)
	local response = scene.client:request(step.raw, step.target, nil, step.body, step.options)
	out.gives = { status = response:status(), body = response:body(), headers = headers_of(step.gives, response) }
end

function steps.list(scene, step, out)
	walk(scene, invoke(scene, operation_of(step, "list"), "_each", step), step, out)
end

function steps.sync(scene, step, out)
	local sync = scene.client:sync_new(step.sync, step.token, step.options)
	if step.limit then sync:set_limit(step.limit) end
	if step.wait then sync:set_wait(step.wait) end
	walk(scene, function() return sync:next() and found_by(sync) end, step, out)
end

function steps.more(scene, step, out)
	walk(scene, held(scene, step.more), step, out)
end

function steps.start(scene, step)
	local call = invoke(scene, operation_of(step, "start"), "_start", step)
	hold(scene, step.as, call)
	expect(call:operation() == step.start, "the call says it is %s", call:operation())
end

function steps.cancel(scene, step)
	held(scene, step.cancel):cancel()
end

function steps.finish(scene, step, out)
	local call = held(scene, step.finish)
	local ok, answer = pcall(call.take, call)
	scene.held[step.finish], out.attempts = nil, call:attempts()
	out.answer = { status = call:http_status(), etag = call:etag(), request_id = call:request_id(),
		headers = headers_of(step.answer, call) }
	expect(call:is_done() or answer.code == "LIBAPI_E_FORKED", "the call was taken and is not done")
	show(out, ok and answer or error(answer, 0))
end

function steps.drain(scene, step)
	local due, left, last = {}, #step.drain, os.time() + 60
	for _, name in ipairs(step.drain) do due[held(scene, name)] = true end
	while left > 0 and expect(os.time() < last, "%d calls did not come out", left) do
		scene.client:process(100)
		for call in function() return scene.client:next_done() end do
			expect(due[call], "a call came out that was not expected: %s", call:operation())
			due[call], left = nil, left - 1
		end
	end
	expect(scene.client:next_done() == nil, "one more call came out")
end

function steps.release(scene, step)
	held(scene, step.release):free()
	scene.held[step.release] = nil
end

function steps.fork(scene, step)
	local status, child = ffi.new "int[1]", ffi.C.fork()
	if child == 0 then
		local ok, err = pcall(run_steps, scene, step.fork)
		if not ok then io.stderr:write("in the child: ", tostring(err.fault or err), "\n") end
		ffi.C._exit(ok and 0 or 1)
	end
	expect(ffi.C.waitpid(child, status, 0) == child and status[0] == 0, "the child ended with %d", status[0])
end

function steps.close(scene)
	scene.client:unref()
end

-- ---- steps and cases ----------------------------------------------------------------------------------------

local FREE = { cancel = true, finish = true, release = true, fork = true, close = true } -- of a client: need none
local KNOWN = "path query body options gives text fails save max as target attempts answer title token limit wait"

local function kind_of(step)
	local kind
	for name in pairs(step) do
		kind = steps[name] and name or kind
		expect(steps[name] or KNOWN:find("%f[%l]" .. name .. "%f[%L]"), "%s: no such member of a step", name)
	end
	return expect(kind, "no step of the README")
end

local function judge(scene, step, err, out)
	expect(not err or step.fails, "%s", tostring(err))
	if step.fails then same("fails", step.fails, err or { code = "LIBAPI_OK" }) end
	for _, part in ipairs { "gives", "answer", "text", "attempts" } do
		if step[part] ~= nil then same(part, step[part], out[part]) end
	end
	for name, path in pairs(step.save or {}) do
		local value = out.gives
		for part in path:gmatch "[^.]+" do value = (value or {})[tonumber(part) and part + 1 or part] end
		scene.names[name] = expect(value, "save: the answer has no %s", path)
	end
end

local function run_step(scene, raw)
	local step, out = fill_in(raw, scene.names), {}
	local kind, ok, err = kind_of(step), false, scene.refused
	tally.calls = tally.calls + (FREE[kind] and 0 or 1)
	if FREE[kind] or not err then ok, err = pcall(steps[kind], scene, step, out) end
	if not ok and (type(err) ~= "table" or err.fault) then error(err, 0) end
	judge(scene, step, not ok and err, out)
end

function run_steps(scene, list)
	for i, step in ipairs(list) do
		local ok, err = pcall(run_step, scene, step)
		expect(ok, "steps.%d: %s", i - 1, tostring(type(err) == "table" and err.fault or err))
	end
end

local function play(case, url, key)
	local scene = { names = { PORT = url:match "%d+$" }, held = {} }
	local config = { url = url, key = key }
	for name, value in pairs(case.config or {}) do config[name] = fill_in(value, scene.names) end
	local ok, made = pcall(libapi.client, config)
	scene[ok and "client" or "refused"] = made
	run_steps(scene, case.steps)
end

local function owned(text)
	return ffi.string(ffi.gc(text, testing.libapi_test_string_free))
end

local function run_scripted(case)
	local box, why = ffi.new "void *[1]", ffi.new "char *[1]"
	expect(testing.libapi_test_server_new(json.encode(case.server), box, why) == 0, "server: %s", why[0] ~= nil and owned(why[0]))
	local server = ffi.gc(box[0], testing.libapi_test_server_free)
	local ok, err = pcall(play, case, ffi.string(testing.libapi_test_server_url(server)), "cal_test_key")
	collectgarbage() -- what the case dropped, its client too
	local report = json.decode(owned(testing.libapi_test_server_report(server)))
	testing.libapi_test_server_free(ffi.gc(server, nil))
	expect(report.fault == null, "the server: %s", tostring(report.fault))
	same("report", { left = case.left or 0, connections = case.connections }, ok and report or error(err, 0))
end

local function run_file(path)
	local case, reference = json.decode(io.open(path):read "*a"), arg[1] == "reference"
	if reference and not case.reference then return end
	tally.cases = tally.cases + 1
	ffi.C.alarm(120)
	local ok, err = pcall(reference and play or run_scripted, case, os.getenv "LIBAPI_URL", os.getenv "LIBAPI_KEY")
	if ok then return end
	tally.failed = tally.failed + 1
	io.stderr:write(path, ": ", case.title, "\n    ", tostring(type(err) == "table" and err.fault or err), "\n")
end

for path in io.popen(("ls %s/%s*.json"):format(arg[2], arg[3] or "")):lines() do run_file(path) end
print(("%s: %d cases, %d calls, %d failed"):format(arg[1], tally.cases, tally.calls, tally.failed))
os.exit(tally.cases > 0 and tally.failed == 0)
