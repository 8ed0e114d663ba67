#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/tracker/ledger.h"
#include "platform/c/commit_log.h"
#include "platform/c/watched_store.h"

namespace soleus {

struct Envelope;
struct Op;

/// A reply and how the call ended. @source protocol.md, "Envelope".
struct Reply {
  std::int32_t status = 0;  // 0, or the code of the error in `text`
  std::string text;
};

Reply reply_of(const Error& error);

/// One open diary: carries out requests, one at a time. @thread not shared.
class Session {
 public:
  explicit Session(std::unique_ptr<Store> store);

  Reply call(std::string_view request);

  /// After an exception: gives up an open transaction and everything kept in memory, which may be
  /// half changed.
  void recover();

 private:
  Result<std::string> answer(std::string_view request);
  Result<std::string> carry_out(const Op& op, const Envelope& envelope);
  void note_commit(const Op& op);
  Status notice_other_writers();

  WatchedStore store_;
  IdSource ids_;
  std::unique_ptr<Ledger> ledger_;
  CommitLog commits_;
  bool commit_noted_ = false;  // the running request's
  std::uint64_t generation_ = 0;
};

}  // namespace soleus
