#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tools/cli/days.h"

// Reading replies. A field that is absent, or not what it should be, reads as empty: a later
// library may leave fields out (quiet mode does), and a screen with a gap beats none.
namespace soleus_cli {

using Json = boost::json::value;
using JsonObject = boost::json::object;
using JsonArray = boost::json::array;

/// Null, and every read of it empty, unless `value` is an object that has the field.
const Json& member(const Json& value, std::string_view name);

std::string text_of(const Json& value, std::string_view name);
std::optional<std::int64_t> find_number(const Json& value, std::string_view name);
std::int64_t number_of(const Json& value, std::string_view name);
bool flag_of(const Json& value, std::string_view name);
/// Empty unless it is an array.
const JsonArray& items_of(const Json& value, std::string_view name);
std::optional<Day> find_day(const Json& value, std::string_view name);

/// The `result` of a reply. @errors Refusal: it is an error reply, or none at all.
Json result_of(std::string_view reply);

/// The sentence of an error reply, "" if it has none.
std::string error_sentence(std::string_view reply);

}  // namespace soleus_cli
