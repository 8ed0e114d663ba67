#include "tools/cli/entry_finder.h"

#include <boost/json/array.hpp>

#include "tools/cli/errors.h"
#include "tools/cli/session.h"
#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

constexpr std::size_t kWholeId = 36;
constexpr std::size_t kShortest = 4;
constexpr int kDaysByEnd = 400;
constexpr int kDaysByWholeId = 3650;

}  // namespace

bool is_whole_id(std::string_view typed) { return trim(typed).size() == kWholeId; }

const Json* find_by_id(const JsonArray& items, std::string_view typed) {
  const std::string text = lower(trim(typed));
  if (text.size() < kShortest) {
    throw UsageError("\"" + printable(typed) + "\" is too short; say at least " +
                     std::to_string(kShortest) + " characters of the id, as soleus list shows it.");
  }
  const Json* found = nullptr;
  for (const Json& item : items) {
    if (!text_of(item, "id").ends_with(text)) continue;
    if (found != nullptr) {
      throw Refusal("More than one id ends in " + text + ": " + text_of(*found, "id") + " and " +
                    text_of(item, "id") + ".");
    }
    found = &item;
  }
  return found;
}

Json find_entry(Session& session, std::string_view typed) {
  const Day today = session.today();
  const int back = is_whole_id(typed) ? kDaysByWholeId : kDaysByEnd;
  const Json result = session.ask("log.list", {{"from", iso_text(today - date::days{back})},
                                               {"to", iso_text(today + date::days{1})}});
  const Json* entry = find_by_id(items_of(result, "entries"), typed);
  if (entry != nullptr) return *entry;
  if (!is_whole_id(typed) && !session.options().json) {
    throw Refusal("No entry of the last 400 days ends in " + printable(typed) +
                  ". soleus list shows their ids; a removed one needs its whole id.");
  }
  return JsonObject{{"id", boost::json::string_view(typed.data(), typed.size())}};
}

}  // namespace soleus_cli
