#include "core/base/result.h"

namespace soleus {

std::string_view code_name(Code code) {
  switch (code) {
#define X(name, number) \
  case Code::name:      \
    return #name;
#include "core/base/error_codes.def"
#undef X
  }
  return "internal";
}

}  // namespace soleus
