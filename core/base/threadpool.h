// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace WhiteBox {

/// A fixed set of threads that works through numbered tasks together with the thread that asks. One
/// computation owns it; it is cheap enough to make one for each. Not for nested use.
class ThreadPool
{
public:
    /// threads: in all, the caller's own among them; at least 1.
    explicit ThreadPool(int threads);
    ~ThreadPool();
    ThreadPool(const ThreadPool &) = delete;
    ThreadPool &operator=(const ThreadPool &) = delete;

    int threads() const;
    /// Calls task(index, worker) once for every index 0..count−1 and returns when all are done. worker
    /// 0..threads−1 tells which thread works, for scratch memory. Tasks are taken in order, must not throw,
    /// and must give results that do not depend on the worker.
    void run(int count, const std::function<void(int index, int worker)> &task);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace WhiteBox
