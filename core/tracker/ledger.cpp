#include "core/tracker/ledger.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

namespace soleus {
namespace {

bool any_setup_event(const Write& write) {
  return std::any_of(write.events.begin(), write.events.end(),
                     [](const Event& e) { return !is_entry(e.payload); });
}

/// Arrangements of which the one told last rules; the others add up.
bool overrules(const Payload& payload) {
  return std::holds_alternative<SettingsSet>(payload) ||
         std::holds_alternative<ProfileSet>(payload) ||
         std::holds_alternative<HabitUpdated>(payload) ||
         std::holds_alternative<HabitArchived>(payload) ||
         std::holds_alternative<HabitsOrdered>(payload) || std::holds_alternative<GoalSet>(payload);
}

}  // namespace

CivilDay Ledger::today(const Moment& at) const {
  return setup_.day_starts.day_of(at.utc_ms, at.offset_s);
}

void Ledger::forget() {
  generation_.reset();
  last_day_.reset();
}

Status Ledger::refresh() {
  SOLEUS_TRY_ASSIGN(const std::uint64_t generation, store_.generation());
  if (generation_ == generation) return {};
  forget();
  SOLEUS_TRY_ASSIGN(setup_events_, store_.setup_events());
  SOLEUS_TRY_ASSIGN(spans_, store_.offset_spans());
  setup_ = setup_of(setup_events_);
  generation_ = generation;
  return {};
}

void Ledger::adopt(std::span<const Event> events) {
  bool changed = false;
  for (const Event& event : events) {
    if (is_entry(event.payload)) continue;
    const auto place =
        std::lower_bound(setup_events_.begin(), setup_events_.end(), event, ruled_by);
    if (place != setup_events_.end() && place->id == event.id) continue;
    setup_events_.insert(place, event);
    changed = true;
  }
  if (changed) setup_ = setup_of(setup_events_);
}

Status Ledger::derive_days(Write& write, const Setup& before, bool merging) {
  SOLEUS_TRY_ASSIGN(const TouchedEntries touched, touched_entries(store_, write, merging));
  std::set<CivilDay> days;
  for (const auto& [day, roots] : touched.roots_on) days.insert(day);
  if (any_setup_event(write)) {
    // What was logged before a hold began is kept apart on that day, so it depends on the holds.
    for (const Hold& hold : before.holds) days.insert(hold.from);
    for (const Hold& hold : setup_.holds) days.insert(hold.from);
  }
  std::optional<StoredDay> last;
  for (const CivilDay day : days) {
    if (last_day_ && last_day_->day == day) {
      last = std::move(last_day_);
      last_day_.reset();
    } else {
      SOLEUS_TRY_ASSIGN(last, stored_day(store_, day));
    }
    derive_day(*last, touched, setup_, write);
  }
  if (days.size() == 1) {
    last_day_ = std::move(last);
  } else if (!days.empty()) {
    last_day_.reset();
  }
  return {};
}

Status Ledger::derive_and_commit(Write& write, bool merging) {
  const Setup before = any_setup_event(write) ? setup_ : Setup{};
  adopt(write.events);
  SOLEUS_TRY(derive_days(write, before, merging));
  SOLEUS_TRY(derive_spans(store_, spans_, write));
  return store_.commit(write);
}

Status Ledger::commit(Write write, bool merging) {
  const Status committed = derive_and_commit(write, merging);
  if (!committed) {
    store_.end();
    forget();
    return committed;
  }
  if (write.replaced_spans) {
    spans_ = std::move(*write.replaced_spans);
  } else {
    spans_.insert(spans_.end(), write.new_spans.begin(), write.new_spans.end());
  }
  if (!write.erased.empty()) forget();
  return {};
}

Result<Reading> Reading::begin(Ledger& ledger, const Moment& at) {
  SOLEUS_TRY(check_moment(at));
  SOLEUS_TRY(ledger.store().begin_read());
  Reading reading{ledger, CivilDay{}};
  SOLEUS_TRY(ledger.refresh());
  reading.today_ = ledger.today(at);
  return reading;
}

Reading::~Reading() {
  if (ledger_ != nullptr) ledger_->store().end();
}

Command::Command(Command&& other) noexcept
    : ledger_(std::exchange(other.ledger_, nullptr)),
      request_(std::move(other.request_)),
      today_(other.today_),
      replayed_(std::move(other.replayed_)),
      main_id_(other.main_id_),
      further_(other.further_),
      main_taken_(other.main_taken_),
      told_again_(other.told_again_),
      last_seq_(other.last_seq_),
      last_hlc_(other.last_hlc_),
      write_(std::move(other.write_)),
      committed_(other.committed_) {}

Command::~Command() {
  if (ledger_ == nullptr || committed_) return;
  ledger_->store().end();
  if (!write_.events.empty()) ledger_->forget();
}

Result<Command> Command::begin(Ledger& ledger, const Request& request) {
  SOLEUS_TRY(check_moment(request.at));
  SOLEUS_TRY(ledger.store().begin_write());
  Command command{ledger, request, CivilDay{}};
  SOLEUS_TRY(ledger.refresh());
  command.today_ = ledger.today(request.at);
  SOLEUS_TRY(command.open_journal());
  return command;
}

Status Command::open_journal() {
  Store& store = ledger_->store();
  if (request_.id) {
    SOLEUS_TRY_ASSIGN(replayed_, store.find(*request_.id));
    if (replayed_ && replayed_->request_hash != request_.request_hash) {
      return fail(Code::conflict, "id", "This id was already used for another request.");
    }
    if (replayed_) return {};
  }
  main_id_ = request_.id ? request_.id->value : ledger_->new_id(request_.at.utc_ms);
  SOLEUS_TRY_ASSIGN(last_seq_, store.last_seq());
  SOLEUS_TRY_ASSIGN(last_hlc_, store.latest_hlc(hlc_horizon(request_.at.utc_ms)));
  if (ledger_->setup().profile) return {};
  Event profile = blank_event();
  profile.id = EventId{main_id_.derived(++further_)};
  profile.root = profile.id;
  profile.payload = ProfileCreated{};
  write_.events.push_back(profile);
  ledger_->adopt(write_.events);
  return {};
}

Event Command::blank_event() {
  const Moment& at = request_.at;
  last_hlc_ = hlc_next(at.utc_ms, last_hlc_);
  Event event;
  event.device = ledger_->store().device();
  event.seq = ++last_seq_;
  event.hlc = last_hlc_;
  event.recorded_ms = at.utc_ms;
  event.zone = at.zone;
  event.offset_s = at.offset_s;
  event.day_start_min = setup().day_starts.used_for(at.utc_ms, at.offset_s);
  event.civil_day = today_;
  event.recorded_day = today_;
  event.request_hash = request_.request_hash;
  return event;
}

// What was arranged under a clock far ahead would overrule the person for as long as that clock
// was wrong. So before something is arranged anew, it is told again under the present clock.
void Command::tell_again_what_is_ahead() {
  told_again_ = true;
  const Hlc horizon = hlc_horizon(request_.at.utc_ms);
  std::set<EventId> told;
  for (const Event& event : ledger_->setup_events()) {
    told.insert(event.supersedes.begin(), event.supersedes.end());
  }
  for (const Event& ahead : ledger_->setup_events()) {
    if (ahead.hlc <= horizon || !overrules(ahead.payload) || told.count(ahead.id) != 0) continue;
    Event again = blank_event();
    again.id = EventId{main_id_.derived(++further_)};
    again.root = again.id;
    again.civil_day = ahead.civil_day;
    again.supersedes = {ahead.id};
    again.payload = ahead.payload;
    write_.events.push_back(std::move(again));
  }
}

Event& Command::record(Payload payload) {
  if (!told_again_ && overrules(payload)) tell_again_what_is_ahead();
  Event event = blank_event();
  event.id = EventId{main_taken_ ? main_id_.derived(++further_) : main_id_};
  main_taken_ = true;
  event.root = event.id;
  event.payload = std::move(payload);
  write_.events.push_back(std::move(event));
  return write_.events.back();
}

void Command::erase(std::vector<EventId> events) { write_.erased = std::move(events); }

Status Command::commit() {
  committed_ = true;
  return ledger_->commit(std::move(write_));
}

}  // namespace soleus
