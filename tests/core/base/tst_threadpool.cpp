// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/threadpool.h"

#include <QTest>

#include <atomic>
#include <vector>

using namespace WhiteBox;

class TestThreadPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTaskIsDoneOnceInEveryRun();
    void workersAreNumberedBelowTheThreads();
    void oneThreadTakesTasksInOrder();
    void noTasksAreDoneAtOnce();
};

void TestThreadPool::everyTaskIsDoneOnceInEveryRun()
{
    ThreadPool pool(4);
    for (int round = 0; round < 200; ++round) {
        std::vector<std::atomic<int>> done(37);
        pool.run(int(done.size()), [&](int index, int) { ++done[std::size_t(index)]; });
        for (const auto &times : done)
            QCOMPARE(times.load(), 1);
    }
}

void TestThreadPool::workersAreNumberedBelowTheThreads()
{
    ThreadPool pool(3);
    QCOMPARE(pool.threads(), 3);
    std::atomic<bool> inRange = true;
    pool.run(1000, [&](int, int worker) {
        if (worker < 0 || worker > 2)
            inRange = false;
    });
    QVERIFY(inRange);
}

void TestThreadPool::oneThreadTakesTasksInOrder()
{
    ThreadPool pool(1);
    std::vector<int> order;
    pool.run(4, [&](int index, int) { order.push_back(index); });
    QCOMPARE(order, (std::vector<int>{0, 1, 2, 3}));
}

void TestThreadPool::noTasksAreDoneAtOnce()
{
    ThreadPool pool(2);
    pool.run(0, [](int, int) { QFAIL("there is no task"); });
}

QTEST_GUILESS_MAIN(TestThreadPool)
#include "tst_threadpool.moc"
