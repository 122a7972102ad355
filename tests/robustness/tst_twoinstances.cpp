// SPDX-License-Identifier: GPL-3.0-or-later
// Several programs at once on one library: nothing is lost, nothing doubled, and nobody takes away what is
// another's.
#include "tests/robustness/programfixture.h"
#include "tests/support/longform.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>

using namespace WhiteBox;
using Test::inForm;
using Test::ProgramFixture;

namespace {

constexpr int kPrograms = 4;

} // namespace

class TestTwoInstances : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void differentJobsOfBothAreThere();
    void theSameJobIsComputedOnce();
    void theSameJobIsTakenOverFromOneThatDies();
    void theOthersJobsStay();
    void aDamagedLibraryIsRebuiltOnce();
    void anOldLibraryIsMigratedOnce();

private:
    QString writeQuery(int number) const;
    QStringList runOf(const QStringList &queries, bool again) const;
    QStringList startAllAndWait(const QStringList &arguments);
    void onDatabase(const QStringList &statements) const;

    std::unique_ptr<ProgramFixture> m_program;
};

void TestTwoInstances::init()
{
    m_program = std::make_unique<ProgramFixture>();
    QVERIFY(m_program->isReady());
}

/// The fixture's query with another residue at its beginning.
QString TestTwoInstances::writeQuery(int number) const
{
    QFile query(m_program->path(QStringLiteral("query.fa")));
    QFile other(m_program->path(QStringLiteral("query%1.fa").arg(number)));
    if (!query.open(QIODevice::ReadOnly) || !other.open(QIODevice::WriteOnly))
        qFatal("no query");
    QByteArray text = query.readAll();
    text[text.indexOf('\n') + 1] = "ACDEFGHIKLMNPQRSTVWY"[number % 20];
    other.write(text.replace(">q", ">q" + QByteArray::number(number)));
    return other.fileName();
}

QStringList TestTwoInstances::runOf(const QStringList &queries, bool again) const
{
    QStringList arguments = m_program->runArguments();
    arguments.removeAll(m_program->path(QStringLiteral("query.fa")));
    if (!again)
        arguments.removeAll(QStringLiteral("--again"));
    return arguments + queries;
}

/// The same command several times at once; what each that failed has said.
QStringList TestTwoInstances::startAllAndWait(const QStringList &arguments)
{
    std::vector<std::unique_ptr<QProcess>> programs;
    for (int k = 0; k < kPrograms; ++k)
        programs.push_back(m_program->start(arguments));
    QStringList failures;
    for (const auto &program : programs)
        if (!program->waitForFinished(60000) || program->exitCode() != 0)
            failures << QString::fromUtf8(program->readAll());
    return failures;
}

void TestTwoInstances::onDatabase(const QStringList &statements) const
{
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(m_program->library() + QStringLiteral("/jobs.sqlite"));
        QVERIFY(database.open());
        for (const auto &statement : statements)
            QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

void TestTwoInstances::differentJobsOfBothAreThere()
{
    const int each = inForm(3, 10);
    std::vector<std::unique_ptr<QProcess>> programs;
    for (int k = 0; k < 2; ++k) {
        QStringList queries;
        for (int n = 0; n < each; ++n)
            queries << writeQuery(k * each + n);
        programs.push_back(m_program->start(runOf(queries, true)));
    }
    for (const auto &program : programs) {
        QVERIFY(program->waitForFinished(120000));
        QVERIFY2(program->exitCode() == 0, program->readAll().constData());
    }
    const auto store = m_program->openStore();
    const auto jobs = store->list().value();
    QSet<QString> names;
    for (const auto &job : jobs) {
        QCOMPARE(Test::damageOf(job), QString());
        names << job.name;
    }
    QCOMPARE(jobs.size(), size_t(2 * each));
    QCOMPARE(names.size(), 2 * each);
}

void TestTwoInstances::theSameJobIsComputedOnce()
{
    m_program->setSearchSleep("0.5"); // all are there before the first is done
    const auto failures = startAllAndWait(runOf({writeQuery(1)}, false));
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
    const auto store = m_program->openStore();
    QCOMPARE(Test::damageOf(Test::onlyJob(*store)), QString());
    QCOMPARE(m_program->searches(), 1);
}

void TestTwoInstances::theSameJobIsTakenOverFromOneThatDies()
{
    m_program->setSearchSleep("30");
    const auto arguments = runOf({writeQuery(1)}, false);
    const auto first = m_program->start(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->searches() == 1, 20000);
    const auto second = m_program->start(arguments);
    QVERIFY(!second->waitForFinished(1500));
    QCOMPARE(m_program->searches(), 1);
    m_program->setSearchSleep({});
    ProgramFixture::kill(*first);
    QVERIFY(second->waitForFinished(60000));
    QVERIFY2(second->exitCode() == 0, second->readAll().constData());
    const auto jobs = m_program->openStore()->list().value();
    const auto finished =
        std::ranges::count_if(jobs, [](const auto &job) { return job.state == JobState::Finished; });
    QCOMPARE(finished, 1);
    QCOMPARE(m_program->searches(), 2);
}

void TestTwoInstances::theOthersJobsStay()
{
    QVERIFY2(m_program->run(m_program->runArguments()) == 0, qPrintable(m_program->output()));
    QVERIFY2(m_program->run(m_program->runArguments()) == 0, qPrintable(m_program->output()));
    const auto store = m_program->openStore();
    const auto jobs = store->list().value();
    // This process may still undo its deletion while another deletes at once.
    QVERIFY(store->remove(jobs[0].id).isOk());
    const QStringList erase{QStringLiteral("jobs"), QStringLiteral("delete")};
    QCOMPARE(m_program->run(erase + QStringList{jobs[1].id}), 0);
    QVERIFY(m_program->run(erase + QStringList{jobs[0].id}) != 0);
    QVERIFY(store->restore(jobs[0].id).isOk());
    QCOMPARE(Test::damageOf(store->find(jobs[0].id).value()), QString());
    QVERIFY(!QDir(store->jobFolder(jobs[1].id)).exists());
    // What another runs can be neither deleted nor resumed.
    m_program->setSearchSleep("30");
    const int searches = m_program->searches();
    const auto running = m_program->start(m_program->runArguments());
    QTRY_VERIFY_WITH_TIMEOUT(m_program->searches() > searches, 20000);
    const auto id = store->list().value().front().id;
    QVERIFY(m_program->run(erase + QStringList{id}) != 0);
    QVERIFY2(m_program->output().contains(QStringLiteral("running")), qPrintable(m_program->output()));
    QVERIFY(m_program->run(ProgramFixture::resumeArguments(id)) != 0);
    QVERIFY2(m_program->output().contains(QStringLiteral("running")), qPrintable(m_program->output()));
    ProgramFixture::kill(*running);
    // Seen at once, by a library that was open all the time.
    QCOMPARE(store->find(id).value().state, JobState::Interrupted);
    QVERIFY(store->remove(id).isOk());
}

void TestTwoInstances::aDamagedLibraryIsRebuiltOnce()
{
    for (int k = 0; k < 2; ++k)
        QVERIFY2(m_program->run(m_program->runArguments()) == 0, qPrintable(m_program->output()));
    for (int k = 0; k < inForm(3, 20); ++k) {
        QFile database(m_program->library() + QStringLiteral("/jobs.sqlite"));
        QVERIFY(database.resize(database.size() / 2));
        const auto failures = startAllAndWait({QStringLiteral("jobs")});
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
        const auto jobs = m_program->openStore()->list().value();
        QCOMPARE(jobs.size(), size_t(2));
        const QDir library(m_program->library());
        QCOMPARE(library.entryList({QStringLiteral("*.damaged-*")}, QDir::Files)
                     .filter(QRegularExpression(QStringLiteral("\\d$")))
                     .size(),
                 1);
        for (const auto &name : library.entryList({QStringLiteral("*.damaged-*")}, QDir::Files))
            QFile::remove(library.filePath(name));
    }
}

void TestTwoInstances::anOldLibraryIsMigratedOnce()
{
    QVERIFY2(m_program->run(m_program->runArguments()) == 0, qPrintable(m_program->output()));
    for (int k = 0; k < inForm(3, 20); ++k) {
        onDatabase({QStringLiteral("ALTER TABLE jobs DROP COLUMN deleted"),
                    QStringLiteral("PRAGMA user_version = 1")});
        const auto failures = startAllAndWait({QStringLiteral("jobs")});
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
        QCOMPARE(Test::damageOf(Test::onlyJob(*m_program->openStore())), QString());
    }
}

QTEST_GUILESS_MAIN(TestTwoInstances)
#include "tst_twoinstances.moc"
