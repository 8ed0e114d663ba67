// The whole of Boost.JSON as one object: see Dependencies.cmake for why the packaged library will
// not do.
#include <boost/json/src.hpp>
