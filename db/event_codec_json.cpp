#include "db/event_codec_json.h"

#include <array>
#include <charconv>
#include <system_error>

#include "db/event_codec_text.h"

namespace soleus::db {
namespace {

template <class Number>
bool take_number(std::string_view& json, Number& value) {
  const char* const begin = json.data();
  const auto [end, error] = std::from_chars(begin, begin + json.size(), value);
  if (error != std::errc{}) return false;
  const std::string_view number{begin, static_cast<std::size_t>(end - begin)};
  json.remove_prefix(number.size());
  // "-0" and "007" are numbers too, but not the way we write them.
  return number == "0" || number[number.front() == '-' ? 1 : 0] != '0';
}

}  // namespace

void JsonWriter::write(std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), end);
}

void JsonWriter::write(std::string_view text) {
  if (!quote(text, out_)) refuse();
}

void JsonWriter::write(const EventId& id) { word(id.value.text()); }

void JsonWriter::write(CivilDay day) {
  const std::string text = iso_text(day);
  if (parse_iso_day(text) != day) refuse();  // a year of more than four digits
  word(text);
}

void JsonWriter::write(const TagSet& tags) {
  std::vector<Tag> members;
  for (std::size_t i = 0; i < Names<Tag>::values.size(); ++i) {
    if (tags.has(static_cast<Tag>(i))) members.push_back(static_cast<Tag>(i));
  }
  write(members);
}

void JsonWriter::write(const WeekdaySet& weekdays) {
  std::vector<Weekday> members;
  for (int i = 1; i <= 7; ++i) {
    if (weekdays.has(static_cast<Weekday>(i))) members.push_back(static_cast<Weekday>(i));
  }
  write(members);
}

bool JsonReader::take(std::string_view text) {
  if (!rest_.starts_with(text)) return false;
  rest_.remove_prefix(text.size());
  return true;
}

bool JsonReader::take_key(std::string_view key) {
  std::string_view ahead = rest_;
  const auto next = [&](std::string_view text) {
    if (!ahead.starts_with(text)) return false;
    ahead.remove_prefix(text.size());
    return true;
  };
  if (!ok_ || (!first_ && !next(",")) || !next("\"") || !next(key) || !next("\":")) return false;
  rest_ = ahead;
  first_ = false;
  return true;
}

std::string_view JsonReader::word() {
  const std::size_t end = take("\"") ? rest_.find('"') : std::string_view::npos;
  if (end == std::string_view::npos) {
    refuse();
    return {};
  }
  const std::string_view found = rest_.substr(0, end);
  rest_.remove_prefix(end + 1);
  return found;
}

void JsonReader::read(bool& value) {
  value = take("true");
  if (!value) expect("false");
}

void JsonReader::read(std::int32_t& value) {
  if (!take_number(rest_, value)) refuse();
}

void JsonReader::read(std::int64_t& value) {
  if (!take_number(rest_, value)) refuse();
}

void JsonReader::read(std::string& text) {
  if (!unquote(rest_, text)) refuse();
}

void JsonReader::read(HabitId& habit) {
  std::string text;
  read(text);
  habit = HabitId{std::move(text)};
}

void JsonReader::read(EventId& id) {
  const std::string_view text = word();
  const auto uuid = Uuid::parse(text);
  if (!uuid || uuid->text() != text) return refuse();
  id.value = *uuid;
}

void JsonReader::read(CivilDay& day) {
  const auto known = parse_iso_day(word());
  if (!known) return refuse();
  day = *known;
}

void JsonReader::read(TagSet& tags) {
  std::vector<Tag> members;
  read(members);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i > 0 && members[i] <= members[i - 1]) refuse();
    tags.add(members[i]);
  }
}

void JsonReader::read(WeekdaySet& weekdays) {
  std::vector<Weekday> members;
  read(members);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i > 0 && members[i] <= members[i - 1]) refuse();
    if (ok_) weekdays.add(members[i]);
  }
}

void JsonReader::read(Weekday& weekday) {
  const auto known = weekday_named(word());
  if (!known) return refuse();
  weekday = *known;
}

void JsonReader::read(std::variant<bool, std::int64_t, std::string>& value) {
  if (rest_.starts_with('"')) return read(value.emplace<std::string>());
  if (rest_.starts_with('t') || rest_.starts_with('f')) return read(value.emplace<bool>());
  read(value.emplace<std::int64_t>());
}

}  // namespace soleus::db
