-- json.lua: JSON to Lua and back. null is json.null; an integer past 2^53 is an int64_t; arrays are marked, so that an
-- empty one stays one. What it reads was checked before: by the library, or because it came with it.
local json = { null = setmetatable({}, { __tostring = function() return "null" end }) }
local WORDS = { ["true"] = true, ["false"] = false, null = json.null }
local ESCAPES = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", u = "\0u", ['"'] = '"', ["\\"] = "\\", ["/"] = "/" }
local Array = {}

function json.array(list)
	return setmetatable(list or {}, Array)
end

-- A number where double holds it exactly, else the int64_t.
function json.integer(value)
	local double = tonumber(value)
	return math.abs(double) < 2 ^ 53 and double or value
end

local function utf8(high, low)
	local code = tonumber(high, 16)
	code = low and 0x10000 + (code - 0xD800) * 0x400 + tonumber(low, 16) - 0xDC00 or code
	return loadstring(('return "\\u{%x}"'):format(code))()
end

-- A byte 0 cannot stand in a text, so it marks the escapes that take digits.
local function unescape(text)
	return (text:gsub("\\(.)", ESCAPES):gsub("%zu([dD][89abAB]%x%x)%zu(%x%x%x%x)", utf8):gsub("%zu(%x%x%x%x)", utf8))
end

local function read_text(text, at)
	local stop = at
	repeat
		stop = text:find('["\\]', stop)
		if text:sub(stop, stop) == '"' then return unescape(text:sub(at, stop - 1)), stop + 1 end
		stop = stop + 2
	until false
end

local function read_word(text, at)
	local word, stop = text:match("^([%w.+-]+)()", at)
	if WORDS[word] ~= nil then return WORDS[word], stop end
	local whole = word and word:match "^-?%d+$" and #word > 15 and loadstring("return " .. word .. "LL")
	return whole and json.integer(whole()) or tonumber(word) or error("json: no value at byte " .. at), stop
end

local function read(text, at)
	local first, name = text:match("^%s*(.)", at), nil
	at = text:find("%S", at)
	if first == '"' then return read_text(text, at + 1) end
	if first ~= "[" and first ~= "{" then return read_word(text, at) end
	local into = first == "[" and json.array() or {}
	at = text:find("%S", at + 1)
	while not text:find("^[%]}]", at) do
		if first == "{" then
			name, at = read_text(text, at + 1)
			at = text:find(":", at, true) + 1
		end
		into[name or #into + 1], at = read(text, at)
		at = text:find("[^%s,]", at)
	end
	return into, at + 1
end

function json.decode(text)
	return (read(text, 1))
end

local function write_text(text)
	return '"' .. text:gsub('[%c"\\]', function(char) return ("\\u%04x"):format(char:byte()) end) .. '"'
end

function json.encode(value)
	local kind, parts = type(value), {}
	if kind == "string" then return write_text(value) end
	if kind == "number" then return ("%.17g"):format(value) end
	if kind ~= "table" or value == json.null then return (tostring(value):gsub("LL$", "")) end
	local is_list = getmetatable(value) == Array or #value > 0
	for name, member in pairs(value) do
		parts[is_list and name or #parts + 1] = (is_list and "" or write_text(name) .. ":") .. json.encode(member)
	end
	return (is_list and "[%s]" or "{%s}"):format(table.concat(parts, ","))
end

return json
