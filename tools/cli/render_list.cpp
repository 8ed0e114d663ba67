#include "tools/cli/render_list.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <vector>

#include "tools/cli/text.h"
#include "tools/cli/words.h"

namespace soleus_cli {
namespace {

constexpr std::size_t kId = 6;
constexpr std::size_t kTime = 5;
constexpr std::size_t kWidestTitle = 18;

/// The wall time where the entry happened; where that was another zone, its offset too.
std::string time_of(const Json& entry, const Clock& clock) {
  const Json& occurred = member(entry, "occurred_at");
  const auto utc_ms = find_number(occurred, "utc_ms");
  if (!utc_ms) return {};
  const auto offset = static_cast<std::int32_t>(number_of(occurred, "offset_s"));
  constexpr std::int64_t kMsPerMinute = 60'000;
  constexpr std::int64_t kMinutesPerDay = 1440;
  const std::int64_t minutes = (*utc_ms + offset * std::int64_t{1000}) / kMsPerMinute;
  return time_text(static_cast<int>(minutes % kMinutesPerDay)) +
         (offset == clock.offset_s_at(*utc_ms) ? "" : ' ' + offset_text(offset));
}

std::string marks_of(const Json& entry) {
  std::vector<std::string> marks;
  if (flag_of(entry, "amended")) marks.emplace_back("changed");
  const std::string lateness = text_of(entry, "lateness");
  if (lateness == "half") marks.emplace_back("noted later");
  if (lateness == "history") marks.emplace_back("history only");
  const std::string source = text_of(entry, "source");
  if (!source.empty() && source != "manual") marks.push_back(source);
  return marks.empty() ? std::string() : "(" + join(marks, ", ") + ")";
}

std::string note_lines(const Json& entry, std::size_t indent, const Look& look) {
  const std::string note = printable(text_of(entry, "note"));
  std::string out;
  const std::size_t room = look.width > indent + 10 ? look.width - indent : 10;
  for (const std::string& line : wrap(note, room)) {
    out += std::string(indent, ' ') + look.paint(Colour::quiet, line) + '\n';
  }
  return out;
}

std::string line_of(const Json& entry, const HabitBook& book, const Clock& clock,
                    std::size_t title_width, const Look& look) {
  const std::string habit = text_of(entry, "habit");
  const std::string time = time_of(entry, clock);
  std::string values = entry_text(entry, book.unit_of(habit), look);
  if (time.size() > kTime) values += (values.empty() ? "at " : ", ") + time.substr(kTime + 1);
  const std::string marks = marks_of(entry);
  if (!marks.empty()) values += (values.empty() ? "" : " ") + marks;
  const std::string head =
      look.paint(Colour::quiet, pad_right(short_id(text_of(entry, "id")), kId)) + "  " +
      pad_right(time.substr(0, kTime), kTime) + "  ";
  const std::size_t indent = kId + 2 + kTime + 2;
  const std::string title = cut(book.title_of(habit), title_width, look.ellipsis());
  std::string out = head + pad_right(title, title_width) + "  ";
  const std::size_t room = look.width - std::min(look.width, indent + title_width + 2);
  if (display_width(values) <= room) {
    out += values;
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  } else {
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
    for (const std::string& line : wrap(values, look.width - indent)) {
      out += std::string(indent, ' ') + line + '\n';
    }
  }
  return out + note_lines(entry, indent, look);
}

}  // namespace

std::string render_entries(const JsonArray& entries, const HabitBook& book, const Clock& clock,
                           const Look& look) {
  std::size_t title_width = 0;
  for (const Json& entry : entries) {
    title_width = std::max(title_width, display_width(book.title_of(text_of(entry, "habit"))));
  }
  title_width = std::min(title_width, kWidestTitle);
  std::string out;
  std::optional<Day> shown;
  for (const Json& entry : entries) {
    const auto day = find_day(entry, "day");
    if (day && day != shown) {
      if (!out.empty()) out += '\n';
      out += look.paint(Colour::strong, day_text(*day, clock.local_day())) + '\n';
      shown = day;
    }
    out += line_of(entry, book, clock, title_width, look);
  }
  return out;
}

std::string entry_line(const Json& entry, const HabitBook& book, const Clock& clock,
                       const Look& look) {
  const std::string habit = text_of(entry, "habit");
  std::vector<std::string> parts{book.title_of(habit)};
  const std::string values = entry_text(entry, book.unit_of(habit), look);
  if (!values.empty() && values != "yes") parts.push_back(values);
  std::string when;
  if (const auto day = find_day(entry, "day")) when = day_text(*day, clock.local_day());
  if (const std::string time = time_of(entry, clock); !time.empty()) when += ' ' + time;
  parts.push_back(when);
  return join(parts, ", ");
}

}  // namespace soleus_cli
