// SPDX-License-Identifier: GPL-3.0-or-later
// Several files dropped at once: the good ones make a queue, and one message names each of the others.
#include "core/store/joblink.h"
#include "tests/support/testresult.h"
#include "tests/support/windowfixture.h"
#include "widgets/messagebanner.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace WhiteBox;

namespace {

constexpr int kPatience = 30000; ///< ms; guards against a hang only

} // namespace

class TestSeveralFiles : public Test::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeHome(); }
    void init();
    void cleanup() { closeWindow(); }
    void goodOnesAreQueuedAndTheBadOneIsTold();
    void allGoodOnesAreQueued();
    void ofAllBadOnesEachIsTold();
    void aFileOfSeveralSequencesIsAskedAbout();
    void oneThatIsTooLongDoesNotHoldUpTheOthers();
    void filesAreCountedNotMessages();
    void whatElseIsOpenedEndsTheMessage_data();
    void whatElseIsOpenedEndsTheMessage();
    void aSavedSessionLeavesTheMessage();
    void doubtfulOnesAreAskedAboutTogether_data();
    void doubtfulOnesAreAskedAboutTogether();
    void namesFromTheCommandLineAreTakenAlike();
    void manyBadOnesLeaveTheWindowAsItIs();

private:
    QString writeGood(const QString &name, int k) const;
    /// The queue's names, the first to run first.
    QStringList queued() const;
    QString told() const { return m_window->leftOutBanner()->text(); }
};

void TestSeveralFiles::init()
{
    setUp();
    // Each job of a sequence fails there, at once: what the jobs tell must not hide what was left out.
    m_workbench->setDatabase(m_folder->filePath(QStringLiteral("none.fasta")));
}

QString TestSeveralFiles::writeGood(const QString &name, int k) const
{
    const QByteArray residues = QByteArray("MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGWYHQSTPCIM").mid(k, 40);
    return write(name + QStringLiteral(".fasta"), '>' + name.toUtf8() + '\n' + residues + '\n');
}

QStringList TestSeveralFiles::queued() const
{
    QStringList names;
    for (int row = 0; row < m_workbench->jobs()->rowCount(); ++row)
        names.prepend(m_workbench->jobs()->record(row)->name); // the list has the newest on top
    return names;
}

void TestSeveralFiles::goodOnesAreQueuedAndTheBadOneIsTold()
{
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    QSignalSpy noticed(m_workbench.get(), &Workbench::noticed);
    const QString bad = write(QStringLiteral("bad.fasta"), ">bad\nMADK?LKF\n");
    drop({writeGood(QStringLiteral("zeta"), 0), bad, writeGood(QStringLiteral("alpha"), 3),
          writeGood(QStringLiteral("mid"), 6)});
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 3, kPatience);
    QCOMPARE(queued(), QStringList({QStringLiteral("zeta"), QStringLiteral("alpha"), QStringLiteral("mid")}));
    QVERIFY2(noticed.first().first().toString().startsWith(QStringLiteral("3 job")),
             qPrintable(noticed.first().first().toString()));
    QVERIFY(m_window->leftOutBanner()->isVisible()); // still, though each job has told its own failure
    QCOMPARE(told().count(QLatin1Char('\n')), 1);
    QVERIFY2(told().contains(bad) && told().contains(QStringLiteral("“?”")), qPrintable(told()));
    // The next files are another matter.
    drop({writeGood(QStringLiteral("next"), 8)});
    QVERIFY(!m_window->leftOutBanner()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 4, kPatience);
}

void TestSeveralFiles::allGoodOnesAreQueued()
{
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    drop({writeGood(QStringLiteral("zeta"), 0), writeGood(QStringLiteral("alpha"), 3)});
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 2, kPatience);
    QCOMPARE(queued(), QStringList({QStringLiteral("zeta"), QStringLiteral("alpha")}));
    QVERIFY(!m_window->leftOutBanner()->isVisible());
}

void TestSeveralFiles::ofAllBadOnesEachIsTold()
{
    const QString image = write(QStringLiteral("image.fasta"), "\x89PNG\r\n\x1a\n");
    const QString none = m_folder->filePath(QStringLiteral("gone.fasta"));
    drop({image, none});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->leftOutBanner()->isVisible(), kPatience);
    QVERIFY2(told().contains(image) && told().contains(QStringLiteral("PNG")), qPrintable(told()));
    QVERIFY2(told().contains(none), qPrintable(told()));
    QVERIFY2(told().startsWith(QStringLiteral("None of the 2 file")), qPrintable(told()));
    QVERIFY(queued().isEmpty() && !m_workbench->hasActiveJobs());
}

void TestSeveralFiles::aFileOfSeveralSequencesIsAskedAbout()
{
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    const QString bad = write(QStringLiteral("bad.fasta"), "%PDF-1.4\n");
    const QString two =
        write(QStringLiteral("two.fasta"), ">first\nMADKELKFLVVDDFSTMRRIVRNLLKELGFNNV\n>second\n"
                                           "MKVIFLKDVKGKGKKGEIKNVADGYANNFLFKQGL\n");
    drop({bad, two, writeGood(QStringLiteral("last"), 0)});
    const auto answers = [this] { return m_window->errorBanner()->findChildren<QPushButton *>(); };
    QTRY_VERIFY_WITH_TIMEOUT(!answers().isEmpty(), kPatience);
    QVERIFY2(told().contains(bad), qPrintable(told())); // told beside the question
    QVERIFY(queued().isEmpty());
    QCOMPARE(answers().first()->text(), QStringLiteral("Queue all 3"));
    QTest::mouseClick(answers().first(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 3, kPatience);
    QCOMPARE(queued(),
             QStringList({QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("last")}));
    QVERIFY(told().contains(bad));
}

void TestSeveralFiles::oneThatIsTooLongDoesNotHoldUpTheOthers()
{
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    const QByteArray part = "MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGWYHQSTPCIM";
    const QString titin = write(QStringLiteral("titin.fasta"), ">titin\n" + part.repeated(1000) + '\n');
    drop({titin, writeGood(QStringLiteral("one"), 0), writeGood(QStringLiteral("two"), 3)});
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 2, kPatience);
    QCOMPARE(queued(), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    QVERIFY2(told().contains(titin) && told().contains(QStringLiteral("memory")), qPrintable(told()));
}

void TestSeveralFiles::filesAreCountedNotMessages()
{
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    const QByteArray overlong =
        QByteArray("MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGWYHQSTPCIM").repeated(1000);
    const QString titins =
        write(QStringLiteral("titins.fasta"), ">titin\n" + overlong + "\n>twitchin\n" + overlong + '\n');
    drop({titins, writeGood(QStringLiteral("one"), 0), writeGood(QStringLiteral("two"), 3)});
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 2, kPatience);
    QVERIFY2(told().startsWith(QStringLiteral("1 file")), qPrintable(told()));
    QCOMPARE(told().count(QLatin1Char('\n')), 2);
    QVERIFY2(told().contains(QStringLiteral(": titin: ")), qPrintable(told()));
    QVERIFY2(told().contains(QStringLiteral(": twitchin: ")), qPrintable(told()));
    // Of a file that is left out in part it is not said that it was left out.
    drop(
        {write(QStringLiteral("part.fasta"), ">titin\n" + overlong + "\n>short\n" + overlong.left(40) + '\n'),
         writeGood(QStringLiteral("three"), 5)});
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 4, kPatience);
    QVERIFY2(told().contains(QStringLiteral("a part of them")), qPrintable(told()));
    // What is not taken because of the others is counted and named, too.
    const QString query = writeGood(QStringLiteral("query"), 4);
    drop({query, write(QStringLiteral("clustal.aln"), "CLUSTAL W\n\nq MADKEL\n"),
          write(QStringLiteral("image.fasta"), "\x89PNG\r\n\x1a\n")});
    QTRY_VERIFY_WITH_TIMEOUT(told().startsWith(QStringLiteral("None of the 3 file")), kPatience);
    QVERIFY2(told().contains(query), qPrintable(told()));
    QVERIFY(!m_workbench->hasActiveJobs());
}

void TestSeveralFiles::whatElseIsOpenedEndsTheMessage_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"pasted", "example", "job", "link"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestSeveralFiles::whatElseIsOpenedEndsTheMessage()
{
    QFETCH(QString, way);
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    drop({write(QStringLiteral("bad.fasta"), "%PDF-1.4\n"), writeGood(QStringLiteral("good"), 0)});
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, kPatience);
    QVERIFY(m_window->leftOutBanner()->isVisible());
    const QString id = settled.first().first().toString();
    if (way == QStringLiteral("pasted")) {
        QApplication::clipboard()->setText(QStringLiteral(">p\nMADKELKFLVVDDFSTMRRIVRNLLKELGF\n"));
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    } else if (way == QStringLiteral("example")) {
        m_workbench->openExample();
    } else if (way == QStringLiteral("job")) {
        m_workbench->openJob(id);
    } else {
        m_workbench->openLink(jobLink(id));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->leftOutBanner()->isVisible(), kPatience);
}

void TestSeveralFiles::aSavedSessionLeavesTheMessage()
{
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    QSignalSpy saved(m_workbench.get(), &Workbench::opened);
    m_workbench->setResult(Test::makeResult(40));
    drop({write(QStringLiteral("bad.fasta"), "%PDF-1.4\n"), writeGood(QStringLiteral("good"), 0)});
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, kPatience);
    saved.clear();
    m_workbench->saveSession(m_folder->filePath(QStringLiteral("session.h5")));
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kPatience);
    QVERIFY(m_window->leftOutBanner()->isVisible());
}

void TestSeveralFiles::doubtfulOnesAreAskedAboutTogether_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QStringList>("names");
    const QStringList all{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};
    QTest::newRow("all") << QStringLiteral("Queue all 4") << all;
    QTest::newRow("without them") << QStringLiteral("Leave out 2") << QStringList{all[0], all[3]};
}

void TestSeveralFiles::doubtfulOnesAreAskedAboutTogether()
{
    QFETCH(QString, answer);
    QFETCH(QStringList, names);
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    drop({writeGood(QStringLiteral("a"), 0),
          write(QStringLiteral("b.fasta"), ">b\n" + QByteArray(40, 'Q') + '\n'),
          write(QStringLiteral("c.fasta"), ">c\n" + QByteArray("ACGTTGCAAGCT").repeated(5) + '\n'),
          writeGood(QStringLiteral("d"), 3)});
    const auto answers = [this] { return m_window->errorBanner()->findChildren<QPushButton *>(); };
    QTRY_COMPARE_WITH_TIMEOUT(answers().size(), 2, kPatience);
    const QString asked = m_window->errorBanner()->text();
    QVERIFY2(asked.contains(QStringLiteral("2 of 4")), qPrintable(asked));
    QVERIFY2(asked.contains(QStringLiteral("low complexity")) && asked.contains(QStringLiteral("DNA")),
             qPrintable(asked));
    QVERIFY(queued().isEmpty());
    for (QPushButton *button : answers())
        if (button->text() == answer)
            QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), int(names.size()), kPatience);
    QCOMPARE(queued(), names);
}

void TestSeveralFiles::namesFromTheCommandLineAreTakenAlike()
{
    QSignalSpy settled(m_workbench.get(), &Workbench::jobSettled);
    const QString bad = write(QStringLiteral("bad.fasta"), "%PDF-1.4\n");
    m_workbench->openArguments({bad, writeGood(QStringLiteral("good"), 0)});
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, kPatience);
    QCOMPARE(queued(), QStringList({QStringLiteral("good")}));
    QVERIFY2(told().contains(bad), qPrintable(told()));
}

void TestSeveralFiles::manyBadOnesLeaveTheWindowAsItIs()
{
    const QSize before = m_window->size();
    QStringList paths;
    for (int k = 0; k < 200; ++k)
        paths << m_folder->filePath(QStringLiteral("gone%1.fasta").arg(k));
    drop(paths);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->leftOutBanner()->isVisible(), kPatience);
    QTest::qWait(1);
    QCOMPARE(m_window->size(), before);
    QVERIFY(m_window->leftOutBanner()->height() < before.height() / 2);
    const QString all = told() + m_window->leftOutBanner()->details();
    for (const QString &path : std::as_const(paths))
        QVERIFY2(all.contains(path), qPrintable(path));
}

QTEST_MAIN(TestSeveralFiles)
#include "tst_severalfiles.moc"
