#include "platform/c/json_writer.h"

#include <array>
#include <charconv>
#include <variant>

#include "platform/c/json_text.h"

namespace soleus {
namespace {

/// Past this a reader that keeps numbers as doubles would change them, so they go as text.
/// @source anchors.md section 3.5, rule 2.
constexpr std::int64_t kMostExact = std::int64_t{1} << 53;

}  // namespace

void JsonWriter::separate() {
  if (after_value_) out_.push_back(',');
}

void JsonWriter::begin(char bracket) {
  separate();
  out_.push_back(bracket);
  after_value_ = false;
}

void JsonWriter::end(char bracket) {
  out_.push_back(bracket);
  after_value_ = true;
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(out_, name);
  out_.push_back(':');
  after_value_ = false;
}

void JsonWriter::put_word(std::string_view word) {
  separate();
  out_ += word;
  after_value_ = true;
}

void JsonWriter::put_number(std::int64_t number) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  const std::string_view text{digits.data(), static_cast<std::size_t>(end - digits.data())};
  if (number > kMostExact || number < -kMostExact) {
    put(text);
  } else {
    put_word(text);
  }
}

void JsonWriter::put(std::string_view text) {
  separate();
  append_quoted(out_, text);
  after_value_ = true;
}

void JsonWriter::put(WeekdaySet days) {
  begin_array();
  for (int i = 1; i <= 7; ++i) {
    if (const auto day = static_cast<Weekday>(i); days.has(day)) put(day);
  }
  end_array();
}

void JsonWriter::put(const Sentence& sentence) {
  begin_object();
  field("key", sentence.key);
  key("args");
  begin_object();
  for (const auto& arg : sentence.args) {
    std::visit([&](const auto& value) { field(arg.first, value); }, arg.second);
  }
  end_object();
  field("text", sentence.text);
  end_object();
}

}  // namespace soleus
