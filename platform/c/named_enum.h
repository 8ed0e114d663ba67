#pragma once

#include "core/journal/vocabulary.h"

namespace soleus {

/// An enumeration that is written by its names.
template <class Enum>
concept NamedEnum = requires {
  Names<Enum>::values;
};

}  // namespace soleus
