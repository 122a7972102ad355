// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace WhiteBox {

/// A few threads that share numbered tasks. Waiting threads sleep: on a shared machine spinning costs more than it gains.
/// Which thread takes which task is not fixed; results are deterministic when each task writes to its own place.
class WorkerPool
{
public:
    /// The caller of run() works too, so threads − 1 are started.
    explicit WorkerPool(int threads);
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    int threads() const { return int(m_threads.size()) + 1; }
    /// Calls task(index, worker) for index 0..count−1 and returns when all are done; worker is 0..threads()−1.
    void run(int count, const std::function<void(int index, int worker)> &task);

private:
    void work(int worker);
    void takeTasks(const std::function<void(int, int)> &task, int count, int worker);

    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    std::condition_variable m_start;
    std::condition_variable m_done;
    const std::function<void(int, int)> *m_task = nullptr;
    std::atomic<int> m_next = 0;
    int m_count = 0;
    int m_busy = 0;
    unsigned m_round = 0;
    bool m_quit = false;
};

} // namespace WhiteBox
