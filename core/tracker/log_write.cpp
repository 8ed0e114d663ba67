#include <utility>
#include <variant>

#include "core/habits/entry_rules.h"
#include "core/tracker/entry_view.h"
#include "core/tracker/ledger.h"
#include "core/tracker/log.h"

namespace soleus {
namespace {

Error unknown_entry() { return {Code::unknown_entry, "params.entry", "There is no such entry."}; }

Result<const Habit*> habit_for(const Setup& setup, const HabitId& id) {
  const Habit* habit = find_habit(setup, id);
  if (habit == nullptr) {
    return fail(Code::unknown_habit, "params.habit", "There is no such habit.");
  }
  return habit;
}

/// All versions of an entry, and where it stands.
struct Versions {
  std::vector<Event> events;
  EntryView view;
};

Result<Versions> versions_of(Ledger& ledger, EventId root) {
  Versions out;
  SOLEUS_TRY_ASSIGN(out.events, ledger.store().versions(root));
  if (out.events.empty()) return tl::unexpected<Error>(unknown_entry());
  out.view = view_entry(out.events);
  return out;
}

/// The latest version that has values: what a removed entry was.
const Event& last_with_values(const Versions& versions) {
  const Event* best = versions.view.first;
  for (const Event& event : versions.events) {
    if (entry_of(event) != nullptr && (entry_of(*best) == nullptr || ruled_by(*best, event))) {
      best = &event;
    }
  }
  return *best;
}

LogResult unchanged(const Ledger& ledger, const Versions& versions) {
  const bool removed = versions.view.entry() == nullptr;
  LogResult result;
  result.entry = describe(
      versions.view, removed ? last_with_values(versions) : *versions.view.visible, ledger.setup());
  result.changed = false;
  return result;
}

Result<LogResult> replay(Ledger& ledger, const Command& command) {
  SOLEUS_TRY_ASSIGN(const Versions versions, versions_of(ledger, command.replayed()->root));
  LogResult result = unchanged(ledger, versions);
  result.replayed = true;
  return result;
}

/// Records a version that follows all present ones.
Event& record_version(Command& command, const Versions& versions, Payload payload) {
  Event& event = command.record(std::move(payload));
  event.root = versions.view.first->root;
  event.supersedes = unsuperseded(versions.events);
  event.source = versions.view.visible->source;
  return event;
}

bool same_time(const Event& version, const When& when) {
  return version.civil_day == when.day && version.occurred_ms == when.occurred_ms &&
         version.occurred_offset_s.value_or(version.offset_s) ==
             when.occurred_offset_s.value_or(version.offset_s);
}

// The offset is kept even without an instant: amending on a journey must not move the wall clock
// of what happened at home.
When present_time(const Event& version) {
  return {version.civil_day, version.occurred_ms,
          version.occurred_offset_s.value_or(version.offset_s), version.day_start_min};
}

Result<When> amended_time(const Command& command, const Event& version, const LogAmend& amend) {
  if (amend.day || amend.occurred_at) {
    return when_of(command.setup(), command.at(), amend.day, amend.occurred_at);
  }
  When when = present_time(version);
  if (amend.forget_instant) when.occurred_ms = std::nullopt;
  return when;
}

Result<LogResult> amend_in(Ledger& ledger, Command command, const LogAmend& amend) {
  SOLEUS_TRY_ASSIGN(const Versions versions, versions_of(ledger, amend.entry));
  const Entry* present = versions.view.entry();
  if (present == nullptr) return tl::unexpected<Error>(unknown_entry());
  SOLEUS_TRY_ASSIGN(Entry values, amend.change(*present));
  if (values.habit != present->habit) {
    return fail(Code::invalid_value, "params.habit", "An entry keeps its habit.");
  }
  SOLEUS_TRY_ASSIGN(const Habit* habit, habit_for(command.setup(), values.habit));
  SOLEUS_TRY(check_entry(*habit, values));
  SOLEUS_TRY_ASSIGN(const When when, amended_time(command, *versions.view.visible, amend));
  if (values == *present && same_time(*versions.view.visible, when)) {
    return unchanged(ledger, versions);
  }
  Event& event = record_version(command, versions, EntryAmended{std::move(values), {}, {}});
  place(event, when);
  const Event recorded = event;
  SOLEUS_TRY(command.commit());
  LogResult result;
  result.entry = describe({versions.view.first, &recorded}, recorded, ledger.setup());
  return result;
}

}  // namespace

Result<LogResult> log_add(Ledger& ledger, const Request& request, const LogAdd& add) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (command.replayed()) return replay(ledger, command);
  SOLEUS_TRY_ASSIGN(const Habit* habit, habit_for(command.setup(), add.entry.habit));
  SOLEUS_TRY(check_entry(*habit, add.entry));
  SOLEUS_TRY_ASSIGN(const When when,
                    when_of(command.setup(), request.at, add.day, add.occurred_at));
  if (!add.entry.source_id.empty()) {
    SOLEUS_TRY_ASSIGN(const std::optional<EventId> known,
                      ledger.store().find_source(add.source, add.entry.source_id));
    if (known) {
      // What the person removed stays removed, however often its source tells it.
      SOLEUS_TRY_ASSIGN(const Versions versions, versions_of(ledger, *known));
      if (versions.view.entry() == nullptr) return unchanged(ledger, versions);
      return amend_in(
          ledger, std::move(command),
          {*known, [&](const Entry&) { return add.entry; }, add.day, add.occurred_at, false});
    }
  }
  Event& event = command.record(EntryLogged{add.entry});
  event.source = add.source;
  place(event, when);
  const Event recorded = event;
  SOLEUS_TRY(command.commit());
  LogResult result;
  result.entry = describe({&recorded, &recorded}, recorded, ledger.setup());
  return result;
}

Result<LogResult> log_amend(Ledger& ledger, const Request& request, const LogAmend& amend) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (command.replayed()) return replay(ledger, command);
  return amend_in(ledger, std::move(command), amend);
}

Result<LogResult> log_remove(Ledger& ledger, const Request& request, EventId entry) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (command.replayed()) return replay(ledger, command);
  SOLEUS_TRY_ASSIGN(const Versions versions, versions_of(ledger, entry));
  if (versions.view.entry() == nullptr) return tl::unexpected<Error>(unknown_entry());
  const Event& visible = *versions.view.visible;
  Event& event =
      record_version(command, versions, EntryRemoved{versions.view.entry()->habit, {}, {}});
  place(event, present_time(visible));
  LogResult result;
  result.entry = describe(versions.view, visible, command.setup());
  result.entry.removed = true;
  SOLEUS_TRY(command.commit());
  return result;
}

}  // namespace soleus
