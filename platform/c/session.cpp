#include "platform/c/session.h"

#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/value.hpp>
#include <random>
#include <utility>

#include "platform/c/envelope.h"
#include "platform/c/json_text.h"
#include "platform/c/ops.h"

namespace soleus {
namespace {

/// Most requests fit, so that reading one takes nothing from the heap. @units bytes.
constexpr std::size_t kUsualRequest = 4096;

std::uint64_t random_64() {
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

bool writes(const Op& op) { return op.changes != Areas{}; }

}  // namespace

Reply reply_of(const Error& error) {
  return {static_cast<std::int32_t>(error.code), error_reply(error)};
}

Session::Session(std::unique_ptr<Store> store)
    : store_(std::move(store)), ids_(random_64(), random_64()) {
  ledger_ = std::make_unique<Ledger>(store_, ids_);
  generation_ = store_.generation().value_or(0);
}

void Session::recover() {
  store_.end();
  ids_ = IdSource{random_64(), random_64()};
  ledger_ = std::make_unique<Ledger>(store_, ids_);
}

Reply Session::call(std::string_view request) {
  Result<std::string> answered = answer(request);
  if (!answered) return reply_of(answered.error());
  return {0, *std::move(answered)};
}

Result<std::string> Session::answer(std::string_view request) {
  std::array<unsigned char, kUsualRequest> space;
  boost::json::monotonic_resource memory{space.data(), space.size()};
  SOLEUS_TRY_ASSIGN(const boost::json::value document, parse_json(request, &memory));
  SOLEUS_TRY_ASSIGN(const std::string_view name, read_op(document));
  const Op* op = find_op(name);
  if (op == nullptr) return fail(Code::unknown_op, "op", "This Soleus does not know that op.");
  SOLEUS_TRY_ASSIGN(Envelope envelope, read_envelope(document, name));
  SOLEUS_TRY(notice_other_writers());
  if (!envelope.request.id && writes(*op)) {
    envelope.request.id = EventId{ledger_->new_id(envelope.request.at.utc_ms)};
  }
  store_.watch(envelope.request.id);
  commit_noted_ = false;
  try {
    return carry_out(*op, envelope);
  } catch (...) {
    // What is written must not be reported as not done. Its id is known by now, so the same
    // request again writes nothing and tells the thing as it stands.
    if (!store_.committed()) throw;
    note_commit(*op);
    recover();
    return carry_out(*op, envelope);
  }
}

Result<std::string> Session::carry_out(const Op& op, const Envelope& envelope) {
  std::string result;
  JsonWriter writer{result};
  writer.begin_object();
  OpCall call{*ledger_, commits_, envelope.request, envelope.params, writer};
  const Status done = op.run(call);
  note_commit(op);
  SOLEUS_TRY(done);
  writer.end_object();
  return good_reply(result, {.replayed = writes(op) && store_.replayed(),
                             .wrote = store_.committed(),
                             .changed = op.changes,
                             .commit = commits_.count()});
}

void Session::note_commit(const Op& op) {
  if (store_.committed() && !commit_noted_) commits_.add(op.changes);
  commit_noted_ = store_.committed();
}

/// Another process may have the same file open, a widget say: what it wrote counts as a commit
/// that may have changed everything.
Status Session::notice_other_writers() {
  SOLEUS_TRY_ASSIGN(const std::uint64_t generation, store_.generation());
  if (generation == generation_) return {};
  generation_ = generation;
  commits_.add({Area::all});
  return {};
}

}  // namespace soleus
