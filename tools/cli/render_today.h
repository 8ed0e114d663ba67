#pragma once

#include <string>

#include "tools/cli/look.h"
#include "tools/cli/reply.h"

// The screen of a day, from what `today` or `day` replied.
namespace soleus_cli {

/// Every habit with its bar, then holds, hints and one thing to do next.
std::string render_overview(const Json& overview, const Look& look);

/// Only the habits with one of `ids`, without a heading: what an entry has changed.
std::string render_habits_of_day(const Json& overview, const std::vector<std::string>& ids,
                                 const Look& look);

/// A ready-made log.add of a reply as a command line, "log raises 1x15 --seated"; "" if there is
/// no short way to say it. `habit`: the standing it belongs to.
std::string command_of(const Json& quick, const Json& habit);

}  // namespace soleus_cli
