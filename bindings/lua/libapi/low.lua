-- low.lua: every function of libapi.json as a Lua function of the same name.
--
-- Declared, called and checked as the file describes it: outputs are returned, tables become builders, text is copied,
-- handles are collected, and what failed is raised as a table. LIBAPI_JSON and LIBAPI_LIBRARY name another file and
-- library than the installed ones.
local ffi, json = require "ffi", require "libapi.json"
local low = { types = {}, functions = {}, constants = {} }
local C

-- ---- errors -------------------------------------------------------------------------------------------------

local Error = { __tostring = function(self) return self.text or self.code .. ": " .. (self.detail or "refused") end }
local CATEGORIES = { [0] = "unknown", "local", "transport", "wire", "server" }
local TELLS = "problem detail title type request_id etag operation text category retry_after_ms is_retryable curl_code " ..
	"http_status=status raw_body=body"

function low.invalid(format, ...)
	error(setmetatable({ code = "LIBAPI_E_INVALID", category = "local", detail = format:format(...) }, Error), 0)
end

local function fields_of(handle)
	local list = json.array()
	for i = 1, low.libapi_error_field_count(handle) do
		list[i] = {}
		for what in ("pointer code message"):gmatch "%l+" do list[i][what] = low["libapi_error_field_" .. what](handle, i - 1) end
	end
	return list
end

local function raise(code, handle)
	local found = { code = low.libapi_error_name(code), number = code }
	for name, short in (handle and TELLS or ""):gmatch "([%l_]+)=?(%l*)" do
		found[short ~= "" and short or name] = low["libapi_error_" .. name](handle)
	end
	found.category, found.fields = CATEGORIES[found.category], handle and fields_of(handle) or json.array()
	error(setmetatable(found, Error), 0)
end

-- ---- values in and out --------------------------------------------------------------------------------------

local RANGES = { int32 = 2 ^ 31, int64 = 2 ^ 53, size = 2 ^ 53 }
local released = setmetatable({}, { __mode = "k" })
local started = setmetatable({}, { __mode = "v" }) -- address → the call that _start gave out

function low.type_of(handle)
	return type(handle) == "cdata" and tostring(ffi.typeof(handle)):match "(libapi_[%w_]+)" or nil
end

local function is_wrong(kind, value)
	if RANGES[kind] then return type(value) ~= "number" or value % 1 ~= 0 or math.abs(value) >= RANGES[kind] end
	if kind == "bytes" then return type(value) ~= "string" end
	if kind == "text" then return type(value) ~= "string" or value:find("\0", 1, true) end
	return released[value] or low.type_of(value) ~= kind
end

local function accept(of, param, value)
	local kind = param.type
	if value == json.null then value = nil end
	if value == nil and not RANGES[kind] then return nil end
	if type(value) == "boolean" and RANGES[kind] then return value and 1 or 0 end
	if type(value) == "table" and low.types[kind] then return low.build(kind, value) end
	if kind == "int64" and ffi.istype("int64_t", value) then return value end
	if is_wrong(kind, value) then
		low.invalid("%s(), %s: expected %s, not %s", of, param.name, kind, released[value] and "what was released" or tostring(value))
	end
	return value
end

local function give_handle(value, handle)
	local kind, address = low.types[value.type], tostring(ffi.cast("uintptr_t", handle))
	if value.ownership == "same" then return started[address] end
	if value.ownership == "borrowed" then handle = kind.ref and C[kind.ref](handle) end
	handle = ffi.gc(handle, C[kind.release])
	if value.type == "libapi_call" then started[address] = handle end
	return handle
end

local function give(value, result, len)
	if value.type == "none" or type(result) == "cdata" and not RANGES[value.type] and result == nil then return nil end
	if low.types[value.type] then return give_handle(value, result) end
	if value.type ~= "text" then return json.integer(result) end
	local text = len and ffi.string(result, len) or ffi.string(result)
	if value.release then C[value.release](ffi.cast("char *", result)) end
	return text
end

-- ---- functions ----------------------------------------------------------------------------------------------

-- Which parameters the caller gives, and what the others are: the length of the bytes before, or a box for a result.
local function plan(each)
	local lengths = {}
	for _, param in ipairs(each.params) do lengths[param.length or ""] = true end
	for _, param in ipairs(each.params) do
		param.is_length = lengths[param.name]
		param.box = param.direction == "out" and ffi.typeof(param.c:gsub("%*$", "") .. "[1]")
	end
end

local function fill(each, count, ...)
	local args, boxes, taken = {}, {}, 0
	for i, param in ipairs(each.params) do
		if param.box then
			args[i] = param.box()
			boxes[param.name == "error" and "error" or param.type == "size" and "len" or "out"] = args[i]
		elseif param.is_length then
			args[i] = #(args[i - 1] or "")
		else
			taken = taken + 1
			args[i] = accept(each.name, param, (select(taken, ...)))
		end
	end
	if count > taken then low.invalid("%s: takes %d values, got %d", each.name, taken, count) end
	return args, boxes
end

local function finish(each, result, boxes)
	local meaning = each.result.meaning
	if each.name:find "_is_%l" and meaning == "value" then return result ~= 0 end
	if meaning ~= "code" and meaning ~= "found" then return give(each.result, result, boxes.len and tonumber(boxes.len[0])) end
	local code, failure = meaning == "code" and result or -math.min(result, 0), boxes.error and boxes.error[0]
	if code ~= 0 then raise(code, failure ~= nil and ffi.gc(failure, C.libapi_error_free) or nil) end
	if meaning == "found" and result == 0 then return nil end
	for _, param in ipairs(each.params) do
		if param.box and param.name ~= "error" then return give(param, boxes.out[0]) end
	end
	return true
end

local function compile(each)
	plan(each)
	local releases = each.params[1] and each.params[1].ownership == "taken"
	return function(...)
		local args, boxes = fill(each, select("#", ...), ...)
		if releases and args[1] then released[ffi.gc(args[1], nil)] = true end
		return finish(each, C[each.name](unpack(args, 1, #each.params)), boxes)
	end
end

setmetatable(low, { __index = function(self, name)
	local each = self.functions[name]
	if each then self[name] = compile(each) end
	return rawget(self, name)
end })

-- ---- libapi.json --------------------------------------------------------------------------------------------

local function read_abi()
	for _, path in ipairs { os.getenv "LIBAPI_JSON" or "/usr/local/share/libapi/libapi.json", "/usr/share/libapi/libapi.json" } do
		local file = io.open(path)
		if file then return json.decode(file:read "*a"), file:close() end
	end
	error "libapi.json is not under /usr/local/share/libapi or /usr/share/libapi; LIBAPI_JSON says where it is"
end

local function declare(abi)
	for _, each in ipairs(abi.types) do ffi.cdef(("typedef struct %s %s;"):format(each.name, each.name)) end
	for _, each in ipairs(abi.callbacks) do ffi.cdef(("typedef void *%s;"):format(each.name)) end
	for _, each in ipairs(abi.functions) do
		local params = {}
		for i, param in ipairs(each.params) do params[i] = param.c end
		ffi.cdef(("%s %s(%s);"):format(each.result.c, each.name, table.concat(params, ", ")))
		low.functions[each.name] = each
	end
end

low.abi = read_abi()
declare(low.abi)
C = ffi.load(os.getenv "LIBAPI_LIBRARY" or low.abi.soname)
for _, each in ipairs(low.abi.types) do low.types[each.name] = each end
for _, each in ipairs(low.abi.enums) do
	for _, constant in ipairs(each.values) do low.constants[constant.name] = constant.value end
end
if low.libapi_version() ~= low.abi.version then
	error(("libapi.json is of %s, the library of %s"):format(low.abi.version, low.libapi_version()))
end
return low
