#pragma once
/// @brief Counts the steps of a proof as they are done, for whoever watches.

#include "tiredness/progress.hpp"

#ifndef __EMSCRIPTEN__
#include <mutex>
#endif

namespace tiredness::verification {

class Steps {
 public:
  Steps(const Progress& progress, unsigned all) : progress_(progress), all_(all) {}

  void done(unsigned weight) {
#ifndef __EMSCRIPTEN__  // a page's Worker has no threads beside it
    const std::scoped_lock lock{mutex_};
#endif
    done_ += weight;
    if (progress_) progress_(done_, all_);
  }

 private:
  const Progress& progress_;
  unsigned all_;
  unsigned done_ = 0;
#ifndef __EMSCRIPTEN__
  std::mutex mutex_;
#endif
};

}  // namespace tiredness::verification
