#include <algorithm>
#include <utility>

#include "core/tracker/arrangements.h"
#include "core/tracker/ledger.h"

namespace soleus {
namespace {

/// @source game-rules.md section 3 (plan.pause may start up to 7 days back).
constexpr std::int32_t kPauseBackDays = 7;
constexpr std::int32_t kFarthestDays = 3653;

Status check_scope(const Setup& setup, const Scope& scope) {
  if (!scope.habits.empty() && scope.tag) {
    return fail(Code::invalid_value, "params.tag", "Give either habits or a tag, not both.");
  }
  for (const HabitId& id : scope.habits) {
    if (find_habit(setup, id) == nullptr) {
      return fail(Code::unknown_habit, "params.habits", "There is no such habit.");
    }
  }
  return {};
}

bool still_to_come(const std::optional<CivilDay>& to, CivilDay today) {
  return !to || *to >= today;
}

std::vector<PlanRange> ranges_from(const Setup& setup, CivilDay today) {
  std::vector<PlanRange> ranges;
  for (const PauseRange& pause : setup.pauses) {
    const bool empty = pause.to && *pause.to < pause.from;
    if (empty || !still_to_come(pause.to, today)) continue;
    ranges.push_back({pause.id, RangeKind::pause, pause.from, pause.to, {}, pause.scope});
  }
  for (const RestPlan& rest : setup.rests) {
    const bool empty = rest.to && *rest.to < rest.from;
    if (empty || !still_to_come(rest.to, today)) continue;
    ranges.push_back({rest.id, RangeKind::rest, rest.from, rest.to, rest.weekdays, rest.scope});
  }
  std::sort(ranges.begin(), ranges.end(), [](const PlanRange& a, const PlanRange& b) {
    return std::tie(a.from, a.id) < std::tie(b.from, b.id);
  });
  return ranges;
}

std::vector<EventId> pauses_on(const Setup& setup, CivilDay day) {
  std::vector<EventId> found;
  for (const PauseRange& pause : setup.pauses) {
    if (pause.from <= day && still_to_come(pause.to, day)) found.push_back(pause.id);
  }
  return found;
}

}  // namespace

Result<std::vector<PlanRange>> plan_pause(Ledger& ledger, const Request& request,
                                          const PauseRequest& pause) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (!command.replayed()) {
    SOLEUS_TRY(check_scope(command.setup(), pause.scope));
    const CivilDay from = pause.from.value_or(command.today());
    if (command.today() - from > kPauseBackDays || from - command.today() > kFarthestDays) {
      return fail(Code::invalid_value, "params.from",
                  "A pause can begin at most 7 days ago, and within ten years.");
    }
    if (pause.to && (*pause.to < from || *pause.to - from > kFarthestDays)) {
      return fail(Code::invalid_value, "params.to", "A pause must end after it begins.");
    }
    command.record(PlanPaused{from, pause.to, pause.scope});
    SOLEUS_TRY(command.commit());
  }
  return ranges_from(ledger.setup(), command.today());
}

Result<std::vector<PlanRange>> plan_rest(Ledger& ledger, const Request& request,
                                         const RestRequest& rest) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (!command.replayed()) {
    SOLEUS_TRY(check_scope(command.setup(), rest.scope));
    if (!rest.day && rest.weekdays.empty()) {
      return fail(Code::missing_field, "params.day", "Give a day, or weekdays to rest on.");
    }
    if (rest.day && !rest.weekdays.empty()) {
      return fail(Code::invalid_value, "params.day", "Give either a day or weekdays, not both.");
    }
    const CivilDay today = command.today();
    if (rest.day && (*rest.day < today || *rest.day - today > kFarthestDays)) {
      return fail(Code::invalid_value, "params.day",
                  "A rest day can be planned for today or later.");
    }
    Scope scope = rest.scope;
    if (scope.habits.empty() && !scope.tag) scope.tag = Tag::strength;
    command.record(PlanRested{rest.day, rest.weekdays, std::move(scope)});
    SOLEUS_TRY(command.commit());
  }
  return ranges_from(ledger.setup(), command.today());
}

Result<std::vector<PlanRange>> plan_resume(Ledger& ledger, const Request& request,
                                           std::optional<EventId> range) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (!command.replayed()) {
    const CivilDay today = command.today();
    std::vector<EventId> ended = pauses_on(command.setup(), today);
    if (range) {
      const std::vector<PlanRange> all = ranges_from(command.setup(), today);
      const bool known =
          std::any_of(all.begin(), all.end(), [&](const PlanRange& r) { return r.id == *range; });
      ended.clear();
      if (known) ended.push_back(*range);
    }
    if (ended.empty()) {
      return fail(Code::not_found, range ? "params.range" : "",
                  "There is no such pause or rest day to end.");
    }
    command.record(PlanResumed{today, std::move(ended)});
    SOLEUS_TRY(command.commit());
  }
  return ranges_from(ledger.setup(), command.today());
}

Result<std::vector<PlanRange>> plan_list(Ledger& ledger, const Request& request) {
  SOLEUS_TRY_ASSIGN(const Reading reading, Reading::begin(ledger, request.at));
  return ranges_from(ledger.setup(), reading.today());
}

}  // namespace soleus
