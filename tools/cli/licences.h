#pragma once

#include <string>

namespace soleus_cli {

/// "soleus 0.1.0".
std::string version_text();

/// What Soleus is made of, by whom, under which terms.
std::string licences_text();

}  // namespace soleus_cli
