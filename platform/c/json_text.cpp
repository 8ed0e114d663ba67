#include "platform/c/json_text.h"

#include <algorithm>
#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace soleus {
namespace {

namespace json = boost::json;

/// Builds the document, and keeps account of what Boost.JSON lets pass: numbers past the range of
/// a double become infinite, and of a key given twice only the last is kept.
class Builder {
 public:
  static constexpr std::size_t max_object_size = json::object::max_size();
  static constexpr std::size_t max_array_size = json::array::max_size();
  static constexpr std::size_t max_key_size = json::string::max_size();
  static constexpr std::size_t max_string_size = json::string::max_size();

  explicit Builder(json::storage_ptr storage) { stack_.reset(std::move(storage)); }

  json::value release() { return stack_.release(); }
  std::size_t keys() const { return keys_; }
  bool infinite() const { return infinite_; }

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) { return true; }
  bool on_object_end(std::size_t n, json::error_code&) {
    stack_.push_object(n);
    return true;
  }
  bool on_array_begin(json::error_code&) { return true; }
  bool on_array_end(std::size_t n, json::error_code&) {
    stack_.push_array(n);
    return true;
  }
  bool on_key_part(std::string_view part, std::size_t, json::error_code&) {
    stack_.push_chars(part);
    return true;
  }
  bool on_key(std::string_view rest, std::size_t, json::error_code&) {
    ++keys_;
    stack_.push_key(rest);
    return true;
  }
  bool on_string_part(std::string_view part, std::size_t, json::error_code&) {
    stack_.push_chars(part);
    return true;
  }
  bool on_string(std::string_view rest, std::size_t, json::error_code&) {
    stack_.push_string(rest);
    return true;
  }
  bool on_number_part(std::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t value, std::string_view, json::error_code&) {
    stack_.push_int64(value);
    return true;
  }
  bool on_uint64(std::uint64_t value, std::string_view, json::error_code&) {
    stack_.push_uint64(value);
    return true;
  }
  bool on_double(double value, std::string_view, json::error_code& error) {
    infinite_ = !std::isfinite(value);
    if (infinite_) error = json::error::exponent_overflow;
    stack_.push_double(value);
    return !infinite_;
  }
  bool on_bool(bool value, json::error_code&) {
    stack_.push_bool(value);
    return true;
  }
  bool on_null(json::error_code&) {
    stack_.push_null();
    return true;
  }
  bool on_comment_part(std::string_view, json::error_code&) { return true; }
  bool on_comment(std::string_view, json::error_code&) { return true; }

 private:
  json::value_stack stack_;
  std::size_t keys_ = 0;
  bool infinite_ = false;
};

std::size_t count_keys(const json::value& value) {
  std::size_t keys = 0;
  if (const json::array* array = value.if_array()) {
    for (const json::value& element : *array) keys += count_keys(element);
  } else if (const json::object* object = value.if_object()) {
    keys = object->size();
    for (const auto& member : *object) keys += count_keys(member.value());
  }
  return keys;
}

auto refuse(const char* sentence) { return fail(Code::invalid_json, sentence); }

std::string_view view(const json::string_view& text) { return {text.data(), text.size()}; }

void append_number(std::string& out, auto number) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

}  // namespace

Result<json::value> parse_json(std::string_view text, json::storage_ptr storage) {
  if (text.size() > kMaxRequestBytes) {
    return fail(Code::too_large, "A request can have at most 1048576 bytes.");
  }
  json::parse_options options;
  options.max_depth = kMaxJsonDepth;
  json::basic_parser<Builder> parser{options, std::move(storage)};
  json::error_code error;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
  if (parser.handler().infinite()) return refuse("A number is too large.");
  if (error == json::error::too_deep) return refuse("Lists and objects are nested too deep.");
  if (error || read < text.size()) return refuse("This is not valid JSON.");
  json::value value = parser.handler().release();
  if (count_keys(value) != parser.handler().keys()) {
    return refuse("A key stands twice in the same object.");
  }
  return value;
}

void append_canonical(std::string& out, const json::value& value) {
  switch (value.kind()) {
    case json::kind::null: out += "null"; return;
    case json::kind::bool_: out += value.get_bool() ? "true" : "false"; return;
    case json::kind::int64: return append_number(out, value.get_int64());
    case json::kind::uint64: return append_number(out, value.get_uint64());
    case json::kind::double_: return append_number(out, value.get_double());
    case json::kind::string: return append_quoted(out, view(value.get_string()));
    case json::kind::array:
      out.push_back('[');
      for (const json::value& element : value.get_array()) {
        if (out.back() != '[') out.push_back(',');
        append_canonical(out, element);
      }
      out.push_back(']');
      return;
    case json::kind::object: break;
  }
  std::vector<const json::key_value_pair*> members;
  for (const auto& member : value.get_object()) members.push_back(&member);
  std::sort(members.begin(), members.end(),
            [](const auto* a, const auto* b) { return view(a->key()) < view(b->key()); });
  out.push_back('{');
  for (const auto* member : members) {
    if (out.back() != '{') out.push_back(',');
    append_quoted(out, view(member->key()));
    out.push_back(':');
    append_canonical(out, member->value());
  }
  out.push_back('}');
}

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text[i])) return 0;
  }
  // Over-long forms, surrogates, and what lies past U+10FFFF.
  const auto second = static_cast<unsigned char>(text[1]);
  const bool wrong = (first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) ||
                     (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f);
  return wrong ? 0 : length;
}

void append_quoted(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  static constexpr std::string_view kShort = "\"\\\b\f\n\r\t";
  static constexpr std::string_view kShortName = "\"\\bfnrt";
  out.push_back('"');
  while (!text.empty()) {
    const char c = text.front();
    const std::size_t length = utf8_length(text);
    if (const auto at = kShort.find(c); at != std::string_view::npos) {
      out.push_back('\\');
      out.push_back(kShortName[at]);
    } else if (length == 1 && static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out.push_back(kHex[c >> 4]);
      out.push_back(kHex[c & 0x0f]);
    } else if (length == 0) {
      out += "\xef\xbf\xbd";
    } else {
      out.append(text.substr(0, length));
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  out.push_back('"');
}

}  // namespace soleus
