#include <algorithm>
#include <utility>

#include "core/habits/catalogue.h"
#include "core/tracker/arrangements.h"
#include "core/tracker/log.h"
#include "core/tracker/overview.h"
#include "platform/c/entry_json.h"
#include "platform/c/ops.h"
#include "platform/c/overview_json.h"

namespace soleus {

/// When an activity ended: {"utc_ms":...,"offset_s":...}.
static Status read(const JsonValue& json, Occurrence& out) {
  JsonReader fields;
  SOLEUS_TRY(read(json, fields));
  SOLEUS_TRY_ASSIGN(out.utc_ms, fields.required<std::int64_t>("utc_ms"));
  SOLEUS_TRY_ASSIGN(out.offset_s, fields.optional<std::int32_t>("offset_s"));
  return {};
}

namespace {

/// A custom habit of the kind yes_no needs no amount: once is all there is.
Result<std::int64_t> amount_taken_for_granted(OpCall& call, const HabitId& id) {
  SOLEUS_TRY_ASSIGN(const auto habits, list_habits(call.ledger, call.request, true));
  const auto habit = std::find_if(habits.begin(), habits.end(),
                                  [&](const HabitInfo& info) { return info.id == id; });
  if (habit == habits.end()) {
    return fail(Code::unknown_habit, call.params.path_of("habit"), "There is no such habit.");
  }
  if (habit->kind != HabitKind::yes_no) return call.params.missing("amount");
  return 1;
}

Result<Amounts> new_amounts(OpCall& call, const HabitId& habit) {
  if (std::optional<Amounts> amounts = blank_amounts(habit)) {
    SOLEUS_TRY(read_amounts(call.params, *amounts));
    return *std::move(amounts);
  }
  Amounts amounts = CustomAmounts{};
  if (find_built_in(habit) != nullptr) return amounts;  // a derived one, which the core refuses
  if (call.params.has("amount")) {
    SOLEUS_TRY(read_amounts(call.params, amounts));
  } else {
    SOLEUS_TRY_ASSIGN(std::get<CustomAmounts>(amounts).amount,
                      amount_taken_for_granted(call, habit));
  }
  return amounts;
}

Status change_note(const JsonReader& params, Entry& entry) {
  Multiline note{std::move(entry.note)};
  SOLEUS_TRY(params.change("note", note));
  entry.note = std::move(note.text);
  return {};
}

template <class Command>
Status read_time(const JsonReader& params, Command& command) {
  SOLEUS_TRY_ASSIGN(command.day, params.optional<CivilDay>("day"));
  SOLEUS_TRY_ASSIGN(command.occurred_at, params.optional<Occurrence>("occurred_at"));
  return {};
}

/// The write stands whatever comes after it, so `today` is left out if it cannot be read just now:
/// `ok` false would say that nothing was written. Gives the day's hints.
std::vector<Sentence> write_today(OpCall& call) {
  const auto today = today_overview(call.ledger, call.request);
  if (!today) return {};
  call.result.field("today", *today);
  return today->hints;
}

Status write_log(OpCall& call, const Result<LogResult>& log) {
  if (!log) return tl::unexpected<Error>(log.error());
  call.result.field("entry", log->entry);
  const std::vector<Sentence> hints = write_today(call);
  call.result.field("hints", hints);
  return {};
}

Status write_undone(OpCall& call, const Result<UndoResult>& undo) {
  if (!undo) return tl::unexpected<Error>(undo.error());
  call.result.key("undone");
  call.result.begin_object();
  call.result.field("op", undo->op);
  call.result.field("entry", undo->log.entry);
  call.result.end_object();
  write_today(call);
  return {};
}

Result<CivilDay> today_of(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const Reading reading, Reading::begin(call.ledger, call.request.at));
  return reading.today();
}

}  // namespace

Status log_add_op(OpCall& call) {
  LogAdd add;
  SOLEUS_TRY_ASSIGN(add.entry.habit, call.params.required<HabitId>("habit"));
  SOLEUS_TRY_ASSIGN(add.entry.amounts, new_amounts(call, add.entry.habit));
  SOLEUS_TRY(change_note(call.params, add.entry));
  SOLEUS_TRY(read_time(call.params, add));
  SOLEUS_TRY_ASSIGN(add.source, call.params.or_default("source", Source::manual));
  SOLEUS_TRY_ASSIGN(add.entry.source_id, call.params.or_default("source_id", std::string{}));
  return write_log(call, log_add(call.ledger, call.request, add));
}

Status log_amend_op(OpCall& call) {
  const JsonReader& params = call.params;
  LogAmend amend;
  SOLEUS_TRY_ASSIGN(amend.entry, params.required<EventId>("entry"));
  SOLEUS_TRY_ASSIGN(const auto habit, params.optional<HabitId>("habit"));
  SOLEUS_TRY(read_time(params, amend));
  amend.forget_instant = params.given("occurred_at") && !params.has("occurred_at");
  amend.change = [&](const Entry& present) -> Result<Entry> {
    Entry changed = present;
    if (habit) changed.habit = *habit;
    SOLEUS_TRY(change_amounts(params, changed.amounts));
    SOLEUS_TRY(change_note(params, changed));
    return changed;
  };
  return write_log(call, log_amend(call.ledger, call.request, amend));
}

Status log_remove_op(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const EventId entry, call.params.required<EventId>("entry"));
  const Result<LogResult> removed = log_remove(call.ledger, call.request, entry);
  if (!removed) return tl::unexpected<Error>(removed.error());
  call.result.field("entry", removed->entry);
  write_today(call);
  return {};
}

Status log_undo_op(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const auto entry, call.params.optional<EventId>("entry"));
  return write_undone(call, log_undo(call.ledger, call.request, entry));
}

Status log_redo_op(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const auto entry, call.params.optional<EventId>("entry"));
  return write_undone(call, log_redo(call.ledger, call.request, entry));
}

Status log_list_op(OpCall& call) {
  const JsonReader& params = call.params;
  LogFilter filter;
  if (params.has("from") || params.has("to")) {
    if (params.has("day")) return params.refuse("day", "cannot be told beside from and to.");
    SOLEUS_TRY_ASSIGN(filter.from, params.required<CivilDay>("from"));
    SOLEUS_TRY_ASSIGN(filter.to, params.required<CivilDay>("to"));
  } else {
    SOLEUS_TRY_ASSIGN(const CivilDay today, today_of(call));
    SOLEUS_TRY_ASSIGN(filter.from, params.or_default("day", today));
    filter.to = filter.from;
  }
  SOLEUS_TRY_ASSIGN(filter.habit, params.optional<HabitId>("habit"));
  SOLEUS_TRY_ASSIGN(filter.text, params.or_default("text", std::string{}));
  SOLEUS_TRY_ASSIGN(const auto entries, log_list(call.ledger, call.request, filter));
  call.result.field("entries", entries);
  return {};
}

}  // namespace soleus
