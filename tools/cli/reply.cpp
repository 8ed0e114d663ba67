#include "tools/cli/reply.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include <limits>

#include "tools/cli/errors.h"

namespace soleus_cli {
namespace {

Json parsed(std::string_view reply) {
  boost::json::error_code ec;
  Json value = boost::json::parse({reply.data(), reply.size()}, ec);
  return ec ? Json() : value;
}

}  // namespace

const Json& member(const Json& value, std::string_view name) {
  static const Json kNothing;
  const JsonObject* object = value.if_object();
  const Json* found = object == nullptr ? nullptr : object->if_contains({name.data(), name.size()});
  return found == nullptr ? kNothing : *found;
}

std::string text_of(const Json& value, std::string_view name) {
  const boost::json::string* text = member(value, name).if_string();
  return text == nullptr ? std::string() : std::string(text->data(), text->size());
}

std::optional<std::int64_t> find_number(const Json& value, std::string_view name) {
  const Json& number = member(value, name);
  if (number.is_int64()) return number.get_int64();
  const bool fits =
      number.is_uint64() &&
      number.get_uint64() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  return fits ? std::optional(static_cast<std::int64_t>(number.get_uint64())) : std::nullopt;
}

std::int64_t number_of(const Json& value, std::string_view name) {
  return find_number(value, name).value_or(0);
}

bool flag_of(const Json& value, std::string_view name) {
  const Json& flag = member(value, name);
  return flag.is_bool() && flag.get_bool();
}

const JsonArray& items_of(const Json& value, std::string_view name) {
  static const JsonArray kNone;
  const JsonArray* items = member(value, name).if_array();
  return items == nullptr ? kNone : *items;
}

std::optional<Day> find_day(const Json& value, std::string_view name) {
  const std::string text = text_of(value, name);
  if (text.empty()) return std::nullopt;
  return parse_iso_day(text);
}

Json result_of(std::string_view reply) {
  const Json whole = parsed(reply);
  if (flag_of(whole, "ok")) return member(whole, "result");
  const Json& error = member(whole, "error");
  const std::string sentence = text_of(error, "message");
  throw Refusal(sentence.empty() ? "The diary gave no answer." : sentence, text_of(error, "code"),
                text_of(error, "field"), std::string(reply));
}

std::string error_sentence(std::string_view reply) {
  return text_of(member(parsed(reply), "error"), "message");
}

}  // namespace soleus_cli
