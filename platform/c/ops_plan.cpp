#include <optional>
#include <vector>

#include "core/tracker/arrangements.h"
#include "platform/c/ops.h"

namespace soleus {

static void write(JsonWriter& writer, const PlanRange& range) {
  writer.begin_object();
  writer.field("id", range.id);
  writer.field("kind", range.kind);
  writer.field("from", range.from);
  writer.field("to", range.to);
  if (!range.weekdays.empty()) writer.field("weekdays", range.weekdays);
  if (!range.scope.habits.empty()) writer.field("habits", range.scope.habits);
  writer.field("tag", range.scope.tag);
  writer.end_object();
}

namespace {

Result<Scope> read_scope(const JsonReader& params) {
  Scope scope;
  SOLEUS_TRY_ASSIGN(scope.habits, params.or_default("habits", std::vector<HabitId>{}));
  SOLEUS_TRY_ASSIGN(scope.tag, params.optional<Tag>("tag"));
  return scope;
}

Status write_ranges(OpCall& call, const Result<std::vector<PlanRange>>& ranges) {
  if (!ranges) return tl::unexpected<Error>(ranges.error());
  call.result.field("ranges", *ranges);
  return {};
}

}  // namespace

Status plan_pause_op(OpCall& call) {
  PauseRequest pause;
  SOLEUS_TRY_ASSIGN(pause.from, call.params.optional<CivilDay>("from"));
  SOLEUS_TRY_ASSIGN(pause.to, call.params.optional<CivilDay>("to"));
  SOLEUS_TRY_ASSIGN(pause.scope, read_scope(call.params));
  return write_ranges(call, plan_pause(call.ledger, call.request, pause));
}

Status plan_rest_op(OpCall& call) {
  RestRequest rest;
  SOLEUS_TRY_ASSIGN(rest.day, call.params.optional<CivilDay>("day"));
  SOLEUS_TRY_ASSIGN(rest.weekdays, call.params.or_default("weekdays", WeekdaySet{}));
  SOLEUS_TRY_ASSIGN(rest.scope, read_scope(call.params));
  return write_ranges(call, plan_rest(call.ledger, call.request, rest));
}

Status plan_resume_op(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const auto range, call.params.optional<EventId>("range"));
  return write_ranges(call, plan_resume(call.ledger, call.request, range));
}

Status plan_list_op(OpCall& call) {
  return write_ranges(call, plan_list(call.ledger, call.request));
}

}  // namespace soleus
