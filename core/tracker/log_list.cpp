#include <algorithm>
#include <string_view>
#include <tuple>

#include "core/journal/versions.h"
#include "core/tracker/entry_view.h"
#include "core/tracker/ledger.h"
#include "core/tracker/log.h"

namespace soleus {
namespace {

constexpr std::int32_t kMostDays = 3660;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool contains(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

bool wanted(const EntryView& view, const LogFilter& filter) {
  const Entry* entry = view.entry();
  if (entry == nullptr) return false;
  const CivilDay day = view.visible->civil_day;
  if (day < filter.from || day > filter.to) return false;
  if (filter.habit && entry->habit != *filter.habit) return false;
  return filter.text.empty() || contains(entry->note, filter.text);
}

auto shown_order(const LoggedEntry& e) {
  return std::make_tuple(e.day, e.occurred_ms.value_or(e.recorded_ms), e.id);
}

}  // namespace

Result<std::vector<LoggedEntry>> entries_in(Ledger& ledger, const LogFilter& filter) {
  SOLEUS_TRY_ASSIGN(std::vector<Event> events, ledger.store().entries(filter.from, filter.to));
  std::vector<LoggedEntry> out;
  for (const EntryView& view : view_entries(events)) {
    if (wanted(view, filter)) out.push_back(describe(view, *view.visible, ledger.setup()));
  }
  std::sort(out.begin(), out.end(), [](const LoggedEntry& a, const LoggedEntry& b) {
    return shown_order(a) < shown_order(b);
  });
  return out;
}

Result<std::vector<LoggedEntry>> log_list(Ledger& ledger, const Request& request,
                                          const LogFilter& filter) {
  SOLEUS_TRY_ASSIGN(const Reading reading, Reading::begin(ledger, request.at));
  if (filter.to < filter.from || filter.to - filter.from > kMostDays) {
    return fail(Code::invalid_value, "params.to",
                "The last day must follow the first, by ten years at most.");
  }
  if (filter.habit && find_habit(ledger.setup(), *filter.habit) == nullptr) {
    return fail(Code::unknown_habit, "params.habit", "There is no such habit.");
  }
  return entries_in(ledger, filter);
}

}  // namespace soleus
