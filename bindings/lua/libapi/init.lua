-- libapi: the calendar's client for LuaJIT. client(settings) and open(profile) give a client whose methods are the
-- library's functions; answers are read by their members' names, bodies are tables. README.md beside shows it.
local ffi, json, low = require "ffi", require "libapi.json", require "libapi.low"
local libapi = { low = low, null = json.null, array = json.array, constants = low.constants }
local members, operations = {}, {}

for ctype, kind in pairs(low.types) do
	members[ctype] = {}
	for _, member in ipairs(kind.members) do members[ctype][member.name] = member end
end
for _, operation in ipairs(low.abi.operations) do
	operations[operation.id], operations[operation["function"]] = operation, operation
end

-- ---- tables to builders -------------------------------------------------------------------------------------

local function need_table(name, value)
	return type(value) == "table" and value ~= json.null and value or low.invalid("%s: expected a table, not %s", name, tostring(value))
end

local function set_entries(member, handle, value)
	local functions = member.functions
	if next(need_table(member.name, value)) == nil and functions.clear then return low[functions.clear](handle) end
	for key, entry in pairs(value) do
		if member.kind ~= "map" then low[functions.text or functions.record](handle, value[key])
		elseif entry ~= json.null then low[functions.entry](handle, key, entry)
		else low[functions.entry_null or low.invalid("%s/%s: cannot be null", member.name, key)](handle, key) end
	end
end

local function set(member, handle, value)
	local kind, functions = member.kind, member.functions
	if kind == "json" then return low[functions.text](handle, json.encode(value)) end
	if value == json.null then return low[functions.null or low.invalid("%s: cannot be null", member.name)](handle) end
	if kind == "texts" or kind == "records" or kind == "map" then return set_entries(member, handle, value) end
	if kind == "enum" and type(value) == "string" then
		value = member.values[value] or low.invalid("%s: no constant is called %s", member.name, value)
	end
	if (kind == "flag") ~= (type(value) == "boolean") then low.invalid("%s: expected %s, not %s", member.name, kind, tostring(value)) end
	low[functions.text or functions.number or functions.record](handle, value)
end

-- Settings of clients and calls are no members: set_NAME takes one value or a list of them, add_NAME pairs.
local function set_setting(ctype, handle, name, value)
	local put, add = low[ctype .. "_set_" .. name], low[ctype .. "_add_" .. name:gsub("s$", "")]
	if put and type(value) == "table" and value ~= json.null then return put(handle, unpack(value)) end
	if put then return put(handle, value) end
	if not add then low.invalid("%s: %s has no such setting", name, ctype) end
	for key, entry in pairs(need_table(name, value)) do add(handle, key, entry) end
end

function low.build(ctype, values)
	local make = low[ctype .. "_new"] or low.invalid("%s is not made of a table", ctype)
	local handle = make()
	for name, value in pairs(values) do
		if next(members[ctype]) == nil then set_setting(ctype, handle, name, value)
		else set(members[ctype][name] or low.invalid("%s: %s has no such member", tostring(name), ctype), handle, value) end
	end
	return handle
end

-- ---- members of answers -------------------------------------------------------------------------------------

local function read_entries(functions, handle)
	local found, at = json.array(), low[functions.key_at or functions.text_at or functions.record_at]
	for i = 1, low[functions.count](handle) do found[i] = at(handle, i - 1) end
	if not functions.key_at then return found end
	local map = {}
	for _, key in ipairs(found) do map[key] = low[functions.entry](handle, key) end
	return map
end

local function read(member, handle)
	local kind, functions = member.kind, member.functions
	if functions.count then return read_entries(functions, handle) end
	if functions.has and low[functions.has](handle) == 0 then return nil end
	local value = low[functions.record or functions.text or functions.number](handle)
	if kind == "json" then return value and json.decode(value) end
	if kind == "milliseconds" and value == -2LL ^ 63 then return nil end
	if kind == "flag" then return value == true or value == 1 end
	return value
end

-- A record and all below it as plain tables. of_enum(text, number), if given, says what stands for an enumerated
-- member; its number is 0 where this library knows no constant.
function libapi.to_table(handle, of_enum)
	local plain, ctype = {}, low.type_of(handle)
	for name, member in pairs(members[ctype]) do
		local value = read(member, handle)
		if member.kind == "record" and value ~= nil then value = libapi.to_table(value, of_enum) end
		for i = 1, member.kind == "records" and #value or 0 do value[i] = libapi.to_table(value[i], of_enum) end
		if member.kind == "enum" and of_enum then value = of_enum(value, low[member.functions.number](handle)) end
		plain[name] = value
	end
	return plain
end

-- ---- handles ------------------------------------------------------------------------------------------------

-- client:event_list_each(…) takes what event_list takes and walks all pages: for event in … do.
local function each_of(operation)
	return operation and operation.pager ~= json.null and function(...)
		local pager = low[operation.pager .. "_new"](...)
		return function() return low[operation.pager .. "_next"](pager) end
	end
end

local function take(call)
	return low[operations[low.libapi_call_operation(call)].take](call)
end

local function method(ctype, name)
	if ctype == "libapi_call" and name == "take" then return take end
	local each = low.functions["libapi_" .. name]
	local of_client = ctype == "libapi_client" and each and each.params[1] and each.params[1].type == ctype
	return low[ctype .. "_" .. name] or of_client and low["libapi_" .. name] or
		ctype == "libapi_client" and each_of(operations["libapi_" .. name:gsub("_each$", "")])
end

for ctype, kind in pairs(low.types) do
	local methods = {}
	ffi.metatype(ctype, { __index = function(handle, name)
		if kind.ref and members[ctype][name] then return read(members[ctype][name], handle) end
		methods[name] = methods[name] or method(ctype, name)
		return methods[name] or low.invalid("%s has no %s", ctype, tostring(name))
	end })
end

function libapi.client(settings)
	return low.libapi_client_new(settings or {})
end

libapi.open = low.libapi_client_open

return libapi
