#include <algorithm>

#include "core/tracker/arrangements.h"
#include "core/tracker/overview.h"
#include "platform/c/ops.h"
#include "platform/c/overview_json.h"

namespace soleus {
namespace {

Result<std::string> unit_of_habit(OpCall& call, const HabitId& id) {
  SOLEUS_TRY_ASSIGN(const auto habits, list_habits(call.ledger, call.request, true));
  const auto habit = std::find_if(habits.begin(), habits.end(),
                                  [&](const HabitInfo& info) { return info.id == id; });
  if (habit == habits.end()) {
    return fail(Code::unknown_habit, call.params.path_of("habit"), "There is no such habit.");
  }
  return habit->unit;
}

}  // namespace

Status today_op(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const Overview overview, today_overview(call.ledger, call.request));
  write_fields(call.result, overview);
  return {};
}

Status day_op(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const CivilDay day, call.params.required<CivilDay>("day"));
  SOLEUS_TRY_ASSIGN(const DayPage page, day_page(call.ledger, call.request, day));
  write_fields(call.result, page);
  return {};
}

Status history_op(OpCall& call) {
  const JsonReader& params = call.params;
  HistoryQuery query;
  SOLEUS_TRY_ASSIGN(query.habit, params.required<HabitId>("habit"));
  SOLEUS_TRY_ASSIGN(query.from, params.required<CivilDay>("from"));
  SOLEUS_TRY_ASSIGN(query.to, params.required<CivilDay>("to"));
  SOLEUS_TRY_ASSIGN(query.bucket, params.or_default("bucket", Bucket::day));
  SOLEUS_TRY_ASSIGN(const std::string unit, unit_of_habit(call, query.habit));
  SOLEUS_TRY_ASSIGN(const auto buckets, history(call.ledger, call.request, query));
  call.result.field("habit", query.habit);
  call.result.field("unit", unit);
  call.result.field("bucket", query.bucket);
  call.result.field("buckets", buckets);
  return {};
}

Status changes_op(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const auto since, call.params.required<std::int64_t>("since_commit"));
  call.result.field("commit", call.commits.count());
  call.result.field("changed", call.commits.since(since));
  return {};
}

}  // namespace soleus
