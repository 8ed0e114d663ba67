#include "db/event_codec_text.h"

#include <cstddef>
#include <cstdint>

namespace soleus::db {
namespace {

constexpr char kHex[] = "0123456789abcdef";

struct Short {
  char letter;
  char meaning;
};
constexpr Short kShorts[] = {{'"', '"'},  {'\\', '\\'}, {'b', '\b'}, {'f', '\f'},
                             {'n', '\n'}, {'r', '\r'},  {'t', '\t'}};

bool plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void escape(char c, std::string& out) {
  for (const Short& entry : kShorts) {
    if (entry.meaning == c) {
      out.push_back('\\');
      out.push_back(entry.letter);
      return;
    }
  }
  out.append("\\u00");
  out.push_back(kHex[static_cast<unsigned char>(c) >> 4]);
  out.push_back(kHex[c & 0x0f]);
}

// The control character of a "\u00XX" after its backslash, or -1; only what escape() writes so.
int take_control(std::string_view& json) {
  if (json.size() < 5 || json.substr(0, 3) != "u00") return -1;
  const auto high = std::string_view{kHex, 2}.find(json[3]);
  const auto low = std::string_view{kHex, 16}.find(json[4]);
  if (high == std::string_view::npos || low == std::string_view::npos) return -1;
  const char c = static_cast<char>(high * 16 + low);
  for (const Short& entry : kShorts) {
    if (entry.meaning == c) return -1;
  }
  json.remove_prefix(5);
  return c;
}

bool take_escaped(std::string_view& json, std::string& text) {
  if (json.empty()) return false;
  for (const Short& entry : kShorts) {
    if (entry.letter == json.front()) {
      text.push_back(entry.meaning);
      json.remove_prefix(1);
      return true;
    }
  }
  const int control = take_control(json);
  if (control >= 0) text.push_back(static_cast<char>(control));
  return control >= 0;
}

// The length of the well-formed sequence at the front of `text`, 0 if there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xc0U) == 0x80U; };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return follows(1) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const bool overlong = lead == 0xe0 && byte(1) < 0xa0;
    const bool surrogate = lead == 0xed && byte(1) > 0x9f;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const bool overlong = lead == 0xf0 && byte(1) < 0x90;
    const bool too_high = lead == 0xf4 && byte(1) > 0x8f;
    return follows(1) && follows(2) && follows(3) && !overlong && !too_high ? 4 : 0;
  }
  return 0;
}

}  // namespace

bool valid_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool quote(std::string_view text, std::string& out) {
  out.push_back('"');
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && plain(text[end])) ++end;
    out.append(text, i, end - i);
    if (end < text.size()) escape(text[end++], out);
    i = end;
  }
  out.push_back('"');
  return valid_utf8(text);
}

bool unquote(std::string_view& json, std::string& text) {
  text.clear();
  if (json.empty() || json.front() != '"') return false;
  json.remove_prefix(1);
  for (;;) {
    std::size_t end = 0;
    while (end < json.size() && plain(json[end])) ++end;
    text.append(json, 0, end);
    json.remove_prefix(end);
    if (json.empty()) return false;
    const char stop = json.front();
    json.remove_prefix(1);
    if (stop == '"') return valid_utf8(text);
    if (stop != '\\' || !take_escaped(json, text)) return false;
  }
}

}  // namespace soleus::db
