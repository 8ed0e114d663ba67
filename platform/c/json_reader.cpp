#include "platform/c/json_reader.h"

#include <algorithm>
#include <limits>

#include "platform/c/json_text.h"

namespace soleus {
namespace {

namespace json = boost::json;

constexpr std::string_view kWholeNumber =
    "must be a whole number of at most 18 digits, without fraction or exponent.";

bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  const bool c0 = first < 0x20 || first == 0x7f;
  const bool c1 =
      character.size() == 2 && first == 0xc2 && static_cast<unsigned char>(character[1]) < 0xa0;
  return c0 || c1;
}

bool has_control(std::string_view text, std::string_view allowed) {
  while (!text.empty()) {
    const std::string_view character = text.substr(0, std::max<std::size_t>(utf8_length(text), 1));
    if (is_control(character) && allowed.find(character) == std::string_view::npos) return true;
    text.remove_prefix(character.size());
  }
  return false;
}

Result<std::string_view> read_text(const JsonValue& json) {
  const json::string* text = json.value.if_string();
  if (text == nullptr) return json.refuse("must be text.");
  return std::string_view{text->data(), text->size()};
}

std::string joined(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

std::string label(std::string_view name, std::optional<std::size_t> index) {
  std::string out{name};
  if (index) out += '[' + std::to_string(*index) + ']';
  return out;
}

std::string join_path(std::string_view parent, std::string_view name) {
  std::string out{parent};
  if (!out.empty()) out.push_back('.');
  return out += name;
}

}  // namespace

std::string JsonValue::path() const { return join_path(parent, label(name, index)); }

tl::unexpected<Error> JsonValue::refuse(std::string_view rest) const {
  return fail(Code::invalid_value, path(), label(name, index).append(" ").append(rest));
}

Status read(const JsonValue& json, bool& out) {
  const bool* truth = json.value.if_bool();
  if (truth == nullptr) return json.refuse("must be true or false.");
  out = *truth;
  return {};
}

// What Boost.JSON keeps as a double was written with a fraction or an exponent, or is past 64 bits;
// as an unsigned number, past 63. Both are refused, 1.0 too: a person's amounts are integers.
Status read(const JsonValue& json, std::int64_t& out) {
  const std::int64_t* number = json.value.if_int64();
  if (number == nullptr) return json.refuse(kWholeNumber);
  out = *number;
  return {};
}

Status read(const JsonValue& json, std::int32_t& out) {
  using Limits = std::numeric_limits<std::int32_t>;
  std::int64_t number = 0;
  SOLEUS_TRY(read(json, number));
  if (number < Limits::min() || number > Limits::max()) {
    return json.refuse("must be between -2147483648 and 2147483647.");
  }
  out = static_cast<std::int32_t>(number);
  return {};
}

Status read(const JsonValue& json, std::string& out) {
  SOLEUS_TRY_ASSIGN(const std::string_view text, read_text(json));
  if (text.size() > kMaxTextBytes) return json.refuse("can have at most 4000 bytes.");
  if (has_control(text, "")) return json.refuse("must not have control characters.");
  out = text;
  return {};
}

Status read(const JsonValue& json, Multiline& out) {
  SOLEUS_TRY_ASSIGN(const std::string_view text, read_text(json));
  if (has_control(text, "\n\t")) {
    return json.refuse("must not have control characters other than line feeds and tabs.");
  }
  out.text = text;
  return {};
}

Status read(const JsonValue& json, CivilDay& out) {
  const Result<std::string_view> text = read_text(json);
  const std::optional<CivilDay> day = text ? parse_iso_day(*text) : std::nullopt;
  if (!day || *day < first_valid_day() || *day > last_valid_day()) {
    return json.refuse("must be a day as 2026-11-20, in the years 2000 to 2199.");
  }
  out = *day;
  return {};
}

Status read(const JsonValue& json, Weekday& out) {
  std::optional<Weekday> day;
  if (const std::int64_t* number = json.value.if_int64()) {
    if (*number >= 1 && *number <= 7) day = static_cast<Weekday>(*number);
  } else if (const auto name = read_text(json)) {
    day = weekday_named(*name);
  }
  if (!day) return json.refuse("must be a weekday: monday to sunday, or 1 to 7.");
  out = *day;
  return {};
}

Status read(const JsonValue& json, WeekdaySet& out) {
  std::vector<Weekday> days;
  SOLEUS_TRY(read(json, days));
  for (const Weekday day : days) out.add(day);
  return {};
}

Status read(const JsonValue& json, HabitId& out) {
  std::string text;
  SOLEUS_TRY(read(json, text));
  out = HabitId{std::move(text)};
  return {};
}

Status read(const JsonValue& json, EventId& out) {
  static constexpr std::size_t kMaxIdBytes = 200;
  std::string text;
  SOLEUS_TRY(read(json, text));
  if (text.empty() || text.size() > kMaxIdBytes) {
    return json.refuse("must be an id of 1 to 200 bytes.");
  }
  const std::optional<Uuid> uuid = Uuid::parse(text);
  out = EventId{uuid ? *uuid : Uuid::v8_of(text)};
  return {};
}

Result<const json::array*> read_list(const JsonValue& json) {
  const json::array* list = json.value.if_array();
  if (list == nullptr) return json.refuse("must be a list.");
  if (list->size() > kMaxListElements) return json.refuse("can have at most 1000 elements.");
  return list;
}

Result<std::size_t> read_name(const JsonValue& json, std::span<const std::string_view> names) {
  if (const auto name = read_text(json)) {
    const auto found = std::find(names.begin(), names.end(), *name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  }
  return json.refuse("must be one of: " + joined(names) + ".");
}

Status read(const JsonValue& json, JsonReader& out) {
  const json::object* object = json.value.if_object();
  if (object == nullptr) return json.refuse("must be an object.");
  out = JsonReader{*object, json.path()};
  return {};
}

bool JsonReader::has(std::string_view name) const {
  const std::optional<JsonValue> found = find(name);
  return found && !found->value.is_null();
}

std::optional<JsonValue> JsonReader::find(std::string_view name) const {
  const json::value* value =
      object_ == nullptr ? nullptr : object_->if_contains({name.data(), name.size()});
  if (value == nullptr) return std::nullopt;
  return JsonValue{*value, path_, name};
}

std::string JsonReader::path_of(std::string_view name) const { return join_path(path_, name); }

tl::unexpected<Error> JsonReader::missing(std::string_view name) const {
  return fail(Code::missing_field, path_of(name), std::string{name} + " is missing.");
}

tl::unexpected<Error> JsonReader::refuse(std::string_view name, std::string_view rest) const {
  return fail(Code::invalid_value, path_of(name), std::string{name}.append(" ").append(rest));
}

}  // namespace soleus
