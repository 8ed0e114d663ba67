#pragma once

#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/tracker/ledger.h"
#include "core/tracker/request.h"
#include "platform/c/commit_log.h"
#include "platform/c/json_reader.h"
#include "platform/c/json_writer.h"

// The ops of the protocol, one function each: it reads its parameters, calls the core and writes
// the result. No rule stands here; what two shells would both compute belongs in core/.
namespace soleus {

/// One request on its way.
struct OpCall {
  Ledger& ledger;
  const CommitLog& commits;
  const Request& request;
  const JsonReader& params;
  JsonWriter& result;  // begun with the result's object; an op that fails may leave it half done
};

struct Op {
  std::string_view name;
  Status (*run)(OpCall& call);
  Areas changes;  // empty: the op only reads
};

/// Null for an unknown op.
const Op* find_op(std::string_view name);

// ops_habits.cpp
Status habits_list_op(OpCall& call);
Status habits_create_op(OpCall& call);
Status habits_update_op(OpCall& call);
Status habits_archive_op(OpCall& call);
Status habits_order_op(OpCall& call);
Status habits_delete_op(OpCall& call);
Status goals_set_op(OpCall& call);

// ops_log.cpp
Status log_add_op(OpCall& call);
Status log_amend_op(OpCall& call);
Status log_remove_op(OpCall& call);
Status log_undo_op(OpCall& call);
Status log_redo_op(OpCall& call);
Status log_list_op(OpCall& call);

// ops_overview.cpp
Status today_op(OpCall& call);
Status day_op(OpCall& call);
Status history_op(OpCall& call);
Status changes_op(OpCall& call);

// ops_plan.cpp
Status plan_pause_op(OpCall& call);
Status plan_rest_op(OpCall& call);
Status plan_resume_op(OpCall& call);
Status plan_list_op(OpCall& call);

// ops_settings.cpp
Status settings_get_op(OpCall& call);
Status settings_set_op(OpCall& call);

}  // namespace soleus
