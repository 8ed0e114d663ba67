#pragma once

#include "core/base/result.h"
#include "core/habits/status.h"

namespace soleus {

class Ledger;

/// The rows needed to tell status of every day and week from `from` to `to`.
Result<RowWindow> load_window(Ledger& ledger, CivilDay from, CivilDay to);

/// The setup as shown before anything was ever written: the built-ins begin today.
Setup begun_by(const Setup& setup, CivilDay today);

}  // namespace soleus
