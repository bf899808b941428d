// Catch2 2 needs a main of ours; Catch2 3 brings its own, and this file is then left out.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
