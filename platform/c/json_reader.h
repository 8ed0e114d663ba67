#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/calendar/civil_day.h"
#include "core/journal/vocabulary.h"
#include "platform/c/named_enum.h"

namespace soleus {

/// Text in which a person may press Return: line feeds and tabs are allowed.
struct Multiline {
  std::string text;
};

/// A value of a request and where it stands. Refers to the request and to its name, so it is
/// passed on, not kept.
struct JsonValue {
  const boost::json::value& value;
  std::string_view parent;
  std::string_view name;
  std::optional<std::size_t> index = {};

  /// "params.goal.target", "params.ids[2]".
  std::string path() const;
  /// An invalid_value at this place; `rest` goes on after the field's name: "must be ...".
  tl::unexpected<Error> refuse(std::string_view rest) const;
};

/// @units elements of a list, bytes of a text.
constexpr std::size_t kMaxListElements = 1000;
constexpr std::size_t kMaxTextBytes = 4000;

// read(): the value as a type of ours. A type that is not here has its read() beside its kin.
// @errors invalid_value.
Status read(const JsonValue& json, bool& out);
Status read(const JsonValue& json, std::int64_t& out);
Status read(const JsonValue& json, std::int32_t& out);
/// One line of at most kMaxTextBytes without control characters.
Status read(const JsonValue& json, std::string& out);
/// As long as the request may be: the core knows the limit of a note.
Status read(const JsonValue& json, Multiline& out);
/// "2026-11-20", within first_valid_day()..last_valid_day().
Status read(const JsonValue& json, CivilDay& out);
/// A name, or 1 (Monday) to 7.
Status read(const JsonValue& json, Weekday& out);
Status read(const JsonValue& json, WeekdaySet& out);
Status read(const JsonValue& json, HabitId& out);
/// A UUID; any other text stands for the UUIDv8 made from it, as in the envelope's `id`.
Status read(const JsonValue& json, EventId& out);
Result<const boost::json::array*> read_list(const JsonValue& json);
Result<std::size_t> read_name(const JsonValue& json, std::span<const std::string_view> names);

template <NamedEnum Enum>
Status read(const JsonValue& json, Enum& out) {
  SOLEUS_TRY_ASSIGN(const std::size_t place, read_name(json, Names<Enum>::values));
  out = static_cast<Enum>(place);
  return {};
}

template <class T>
Status read(const JsonValue& json, std::vector<T>& out) {
  SOLEUS_TRY_ASSIGN(const boost::json::array* list, read_list(json));
  for (std::size_t i = 0; i < list->size(); ++i) {
    SOLEUS_TRY(read(JsonValue{(*list)[i], json.parent, json.name, i}, out.emplace_back()));
  }
  return {};
}

/// One object of a request. Fields that nobody asks for are ignored; null is the same as absent
/// unless a function says otherwise.
class JsonReader {
 public:
  JsonReader() = default;
  /// An object without fields, where a request leaves one out.
  explicit JsonReader(std::string path) : path_(std::move(path)) {}
  /// `path` is empty for the outermost object.
  JsonReader(const boost::json::object& object, std::string path)
      : object_(&object), path_(std::move(path)) {}

  /// Present, null included.
  bool given(std::string_view name) const { return find(name).has_value(); }
  /// Present and not null.
  bool has(std::string_view name) const;

  /// @errors missing_field, invalid_value.
  template <class T>
  Result<T> required(std::string_view name) const {
    if (!has(name)) return missing(name);
    T out{};
    SOLEUS_TRY(read(*find(name), out));
    return out;
  }

  /// @errors invalid_value.
  template <class T>
  Result<std::optional<T>> optional(std::string_view name) const {
    std::optional<T> out;
    if (has(name)) SOLEUS_TRY(read(*find(name), out.emplace()));
    return out;
  }

  template <class T>
  Result<T> or_default(std::string_view name, T fallback) const {
    if (has(name)) SOLEUS_TRY(read(*find(name), fallback));
    return fallback;
  }

  /// As optional(), but null is a value too: `cleared`.
  template <class T>
  Result<std::optional<T>> optional_or_cleared(std::string_view name, T cleared) const {
    if (given(name) && !has(name)) return std::optional<T>{std::move(cleared)};
    return optional<T>(name);
  }

  /// Sets `target` if the field is present; null gives it `cleared`. @errors invalid_value.
  template <class T>
  Status change(std::string_view name, T& target, T cleared = {}) const {
    if (!given(name)) return {};
    SOLEUS_TRY_ASSIGN(target, or_default(name, std::move(cleared)));
    return {};
  }
  template <class T>
  Status change(std::string_view name, std::optional<T>& target) const {
    if (!given(name)) return {};
    SOLEUS_TRY_ASSIGN(target, optional<T>(name));
    return {};
  }

  std::optional<JsonValue> find(std::string_view name) const;
  std::string path_of(std::string_view name) const;
  /// A missing_field for `name`.
  tl::unexpected<Error> missing(std::string_view name) const;
  /// An invalid_value for `name`; `rest` goes on after it: "must be ...".
  tl::unexpected<Error> refuse(std::string_view name, std::string_view rest) const;

 private:
  const boost::json::object* object_ = nullptr;  // null: no field at all
  std::string path_;
};

/// An object inside an object. It refers to the request.
Status read(const JsonValue& json, JsonReader& out);

}  // namespace soleus
