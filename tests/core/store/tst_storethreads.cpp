// SPDX-License-Identifier: GPL-3.0-or-later
// The library's connections, of which each thread has its own.
#include "core/store/jobstore.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <thread>

using namespace WhiteBox;

class TestStoreThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void threadsHaveConnectionsOfTheirOwn();
    void aThreadThatWasWaitedForHasNoConnectionLeft();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<JobStore> m_store;
};

void TestStoreThreads::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = JobStore::open(m_folder->path());
    QVERIFY(store.isOk());
    m_store = store.value();
}

void TestStoreThreads::threadsHaveConnectionsOfTheirOwn()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    JobRecord record;
    record.id = JobStore::newId();
    record.created = QDateTime::currentDateTimeUtc();
    bool inserted = false;
    std::thread([&] { inserted = m_store->insert(record).isOk(); }).join();
    QVERIFY(inserted);
    QVERIFY(m_store->find(record.id).isOk());
}

// A program that has waited for its threads ends, and with it what connections need.
void TestStoreThreads::aThreadThatWasWaitedForHasNoConnectionLeft()
{
    const auto before = QSqlDatabase::connectionNames().size();
    for (int round = 0; round < 300; ++round) {
        const std::unique_ptr<QThread> thread(QThread::create([&] { QVERIFY(m_store->list().isOk()); }));
        thread->start();
        QVERIFY(thread->wait());
        QCOMPARE(QSqlDatabase::connectionNames().size(), before);
    }
}

QTEST_GUILESS_MAIN(TestStoreThreads)
#include "tst_storethreads.moc"
