#pragma once

#include <string>

#include "tools/cli/look.h"

// What the system says: environment, terminal, the place for the diary.
namespace soleus_cli {

/// "" if the variable is not set.
std::string environment(const char* name);

/// `colour`: auto, always or never. Units are left as they are: the diary knows them.
Look look_of_terminal(const std::string& colour);

/// $SOLEUS_DB, else soleus/soleus.db in the XDG data folder. @errors UsageError: no home folder.
std::string default_db_path();

/// Makes the folder of `path`, for its owner alone. @errors CannotOpen.
void make_folder_of(const std::string& path);

}  // namespace soleus_cli
