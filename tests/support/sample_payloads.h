#pragma once

#include <vector>

#include "core/journal/event.h"
#include "tests/support/dice.h"

namespace soleus::testing {

/// One payload of every alternative, in their order, with every optional field filled.
std::vector<Payload> one_of_each();

/// A payload of any alternative with random content: absent fields, empty lists, texts with quotes,
/// control characters and several scripts, extreme numbers.
Payload random_payload(Dice& dice);

}  // namespace soleus::testing
