// SPDX-License-Identifier: GPL-3.0-or-later
// The table of bad inputs dropped on the window and pasted: what it says and asks, that it goes on answering,
// and that what was open stays open.
#include "core/network/safetensors.h"
#include "tests/support/badinput.h"
#include "tests/support/testresult.h"
#include "tests/support/windowfixture.h"
#include "widgets/explanationpanels.h"
#include "widgets/messagebanner.h"
#include "widgets/preferencesdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

#include <memory>

using namespace WhiteBox;
using Test::BadFate;
using Test::BadInput;

namespace {

constexpr int kPatience = 30000; ///< ms; guards against a hang only
constexpr qint64 kFrozen = 5000; ///< ms without an event that no busy machine explains

} // namespace

class TestBadInputWindow : public Test::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { closeWindow(); }
    void init();
    void cleanup();
    void theWindowAnswers_data() { addCases(false); }
    void theWindowAnswers();
    void pastedTextIsAnsweredToo_data() { addCases(true); }
    void pastedTextIsAnsweredToo();
    void answersLeadOn_data();
    void answersLeadOn();
    void whatIsMissingIsToldBeforeTheJob_data();
    void whatIsMissingIsToldBeforeTheJob();
    void aZeroGradientIsSaidInWords();
    void theMissingPathIsSetInThePreferences();
    void theWindowNeverStoodStill();

private:
    void addCases(bool pasted);
    const BadInput &caseOf(const QString &name) const;
    QString message() const { return m_window->errorBanner()->text(); }
    QList<QPushButton *> answers() const;
    void clickAnswer(const QString &label);
    void checkMessage(const BadInput &input);
    void checkChoices(const QStringList &choices);
    bool hasFailed() const
    {
        const MessageBanner *banner = m_window->errorBanner();
        return banner->isVisible() && banner->kind() == MessageBanner::Kind::Error;
    }
    bool hasNewResult() const { return m_workbench->result() && m_workbench->result() != m_before; }

    QTemporaryDir m_files;
    std::vector<BadInput> m_table;
    JobParameters m_tools;
    std::shared_ptr<const JobResult> m_before; ///< is open when the case comes
    QTimer m_heart;
    QElapsedTimer m_beat;
    qint64 m_longest = 0; ///< ms between two events of the window's thread
    QString m_slowest;
};

void TestBadInputWindow::initTestCase()
{
    makeHome();
    m_table = Test::writeBadInputs(m_files.path());
    QVERIFY(!m_table.empty());
    m_tools.jackhmmer = Test::writeFindsNothing(m_home.path());
    m_tools.database = Test::writeSmallDatabase(m_home.path());
    makeFolder();
    openWindow();
    connect(&m_heart, &QTimer::timeout, this, [this] {
        const qint64 gap = m_beat.restart();
        if (gap > m_longest) {
            m_longest = gap;
            m_slowest = QString::fromUtf8(QTest::currentDataTag());
        }
    });
}

void TestBadInputWindow::init()
{
    m_workbench->setPreferences(m_tools);
    m_before = Test::makeResult(40);
    m_workbench->setResult(m_before);
    m_window->errorBanner()->hide();
    m_window->activateWindow(); // a dialog may have been the active one
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_beat.start();
    m_heart.start(1);
}

void TestBadInputWindow::cleanup()
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_workbench->hasActiveJobs(), kPatience);
    m_heart.stop();
}

void TestBadInputWindow::addCases(bool pasted)
{
    QTest::addColumn<int>("number");
    for (std::size_t n = 0; n < m_table.size(); ++n) {
        const BadInput &input = m_table[n];
        QFile file(input.files.first());
        const bool isText = input.fate != BadFate::Accepted && input.files.size() == 1 &&
                            input.network.isEmpty() && QFileInfo(file).isFile() && file.size() < (1 << 20) &&
                            file.open(QIODevice::ReadOnly) &&
                            QString::fromUtf8(file.readAll()).toUtf8().size() == file.size() &&
                            (file.seek(0), !file.readAll().contains('\0')) && file.size() > 0;
        if (!pasted || isText)
            QTest::addRow("%s: %s", qPrintable(input.row), qPrintable(input.name)) << int(n);
    }
}

const BadInput &TestBadInputWindow::caseOf(const QString &name) const
{
    return *std::ranges::find(m_table, name, &BadInput::name);
}

QList<QPushButton *> TestBadInputWindow::answers() const
{
    QList<QPushButton *> shown = m_window->errorBanner()->findChildren<QPushButton *>();
    shown.removeIf([](const QPushButton *button) { return !button->isVisible(); });
    return shown;
}

void TestBadInputWindow::clickAnswer(const QString &label)
{
    for (QPushButton *button : answers())
        if (button->text().startsWith(label)) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    QFAIL(qPrintable(QStringLiteral("no answer %1: %2").arg(label, message())));
}

/// The banner's message, and that it neither widened the window nor was cut.
void TestBadInputWindow::checkMessage(const BadInput &input)
{
    const QSize size = m_window->size();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->errorBanner()->isVisible(), kPatience);
    for (const QString &words : input.says)
        QVERIFY2(message().contains(words.simplified(), Qt::CaseInsensitive), qPrintable(message()));
    if (input.line > 0 && !input.files.isEmpty())
        QVERIFY2(message().contains(QStringLiteral(":%1: ").arg(input.line)), qPrintable(message()));
    QTest::qWait(1);
    QCOMPARE(m_window->size(), size);
    QVERIFY2(m_window->errorBanner()->width() <= size.width(), qPrintable(message()));
}

void TestBadInputWindow::checkChoices(const QStringList &choices)
{
    QStringList labels;
    for (const QPushButton *button : answers())
        labels << button->text();
    QVERIFY2(labels.size() >= choices.size(), qPrintable(labels.join(u'|') + message()));
    for (qsizetype n = 0; n < choices.size(); ++n)
        QVERIFY2(labels[n].startsWith(choices[n]), qPrintable(labels.join(u'|')));
}

void TestBadInputWindow::theWindowAnswers()
{
    QFETCH(int, number);
    const BadInput &input = m_table[std::size_t(number)];
    QSignalSpy arrays(m_workbench.get(), &Workbench::arraysOpened);
    if (input.name == QStringLiteral("a structure alone")) { // it would be the open result's truth
        m_workbench->closeResult();
        m_before = nullptr;
    }
    if (input.network.isEmpty())
        drop(input.files);
    else
        m_workbench->openNetwork(input.network);
    if (input.isArray && input.mayBeNothing) {
        QTRY_VERIFY_WITH_TIMEOUT(arrays.count() == 1, kPatience);
        return;
    }
    if (input.windowTakesRest) {
        const MessageBanner *leftOut = m_window->leftOutBanner();
        QTRY_VERIFY_WITH_TIMEOUT(leftOut->isVisible() && hasNewResult(), kPatience);
        for (const QString &words : input.says)
            QVERIFY2(leftOut->text().contains(words), qPrintable(leftOut->text()));
        return;
    }
    if (input.fate != BadFate::Accepted) {
        checkMessage(input);
        checkChoices(input.choices);
        QCOMPARE(answers().isEmpty(), input.fate == BadFate::Refused);
        QCOMPARE(m_workbench->result(), m_before);
        return;
    }
    if (!input.windowAsks.isEmpty()) {
        QTRY_VERIFY2_WITH_TIMEOUT(!answers().isEmpty(), qPrintable(message()), kPatience);
        checkChoices(input.windowAsks);
        QVERIFY(!m_workbench->hasActiveJobs()); // before anything is searched
        clickAnswer(input.windowAsks.first());
    }
    QTRY_VERIFY_WITH_TIMEOUT(hasNewResult() || hasFailed(), kPatience);
    QVERIFY2(hasNewResult(), qPrintable(message()));
    const QString told = m_workbench->result()->warnings.join(u'\n');
    for (const QString &words : input.says)
        QVERIFY2(told.contains(words), qPrintable(told));
}

void TestBadInputWindow::pastedTextIsAnsweredToo()
{
    QFETCH(int, number);
    BadInput input = m_table[std::size_t(number)];
    QFile file(input.files.first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QApplication::clipboard()->setText(QString::fromUtf8(file.readAll()));
    input.says.removeAll(QFileInfo(file).fileName());
    if (input.name == QStringLiteral("a structure alone"))
        input.says.clear(); // of the pasted text it says so, too, in other words
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    checkMessage(input);
    checkChoices(input.choices);
    QCOMPARE(m_workbench->result(), m_before);
}

void TestBadInputWindow::answersLeadOn_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("says"); ///< of the result that it leads to
    const auto add = [](const char *name, const char *answer, const char *says) {
        QTest::addRow("%s: %s", name, answer)
            << QString::fromUtf8(name) << QString::fromUtf8(answer) << QString::fromUtf8(says);
    };
    add("dashes", "Remove the gaps", "2 gaps were removed");
    add("dashes", "Import as an alignment", "query alone");
    add("on one line", "Split the line", "taken from the header line");
    add("by a colon", "Chain 2", "Chain 2 of 2 was taken");
    add("two", "second", "0 homologs");
    add("two of one length", "Import as an alignment", "homolog");
    add("a sequence that is no row", "Use the alignment alone", "“stranger” is no row of the alignment");
}

void TestBadInputWindow::answersLeadOn()
{
    QFETCH(QString, name);
    QFETCH(QString, answer);
    QFETCH(QString, says);
    drop(caseOf(name).files);
    QTRY_VERIFY2_WITH_TIMEOUT(!answers().isEmpty(), qPrintable(message()), kPatience);
    clickAnswer(answer);
    QTRY_VERIFY2_WITH_TIMEOUT(hasNewResult(), qPrintable(message()), kPatience);
    const QString told = m_workbench->result()->warnings.join(u'\n');
    QVERIFY2(told.contains(says), qPrintable(told));
}

void TestBadInputWindow::whatIsMissingIsToldBeforeTheJob_data()
{
    QTest::addColumn<QString>("program"); ///< empty: the one that is there
    QTest::addColumn<QByteArray>("database");
    QTest::addColumn<QString>("says");
    const QByteArray good = ">a\nMADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDG\n";
    QTest::newRow("no program") << QStringLiteral("/nonexistent/jackhmmer") << good
                                << QStringLiteral("jackhmmer");
    QTest::newRow("another program") << QStringLiteral("/bin/true") << good << QStringLiteral("/bin/true");
    QTest::newRow("no database") << QString() << QByteArray() << QStringLiteral("database is not there");
    QTest::newRow("empty database") << QString() << QByteArray("\n") << QStringLiteral("nothing in it");
    QTest::newRow("an image") << QString() << QByteArray("\x89PNG\r\n\x1a\n") << QStringLiteral("PNG image");
    QTest::newRow("compressed") << QString() << QByteArray("\x1f\x8b\x08 packed") << QStringLiteral("gunzip");
    QTest::newRow("nucleotides") << QString() << ">a\n" + QByteArray("ACGT").repeated(100) + "\n"
                                 << QStringLiteral("DNA or RNA");
    QTest::newRow("damaged") << QString() << QByteArray(">a\nMADK3LKF\n")
                             << QStringLiteral("refuses the sign “3”");
}

void TestBadInputWindow::whatIsMissingIsToldBeforeTheJob()
{
    QFETCH(QString, program);
    QFETCH(QByteArray, database);
    QFETCH(QString, says);
    JobParameters tools = m_tools;
    tools.jackhmmer = program.isEmpty() ? m_tools.jackhmmer : program;
    QFile file(m_home.filePath(QStringLiteral("other.fasta")));
    file.remove();
    tools.database = file.fileName();
    if (!database.isEmpty())
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(database) == database.size());
    file.close();
    m_workbench->setPreferences(tools);
    QFile query(m_home.filePath(QStringLiteral("q.fa")));
    QVERIFY(query.open(QIODevice::WriteOnly) && query.write(">q\nMADKELKFLVVDDFSTMRRIVRNLLKELGFNNV\n") > 0);
    query.close();
    drop({query.fileName()});
    QTRY_VERIFY2_WITH_TIMEOUT(!answers().isEmpty(), qPrintable(message()), kPatience);
    QVERIFY2(message().contains(says, Qt::CaseInsensitive), qPrintable(message()));
    QVERIFY(!m_workbench->hasActiveJobs());
    QCOMPARE(m_workbench->result(), m_before);
    QCOMPARE(answers().first()->text(), QStringLiteral("Set path…"));
}

void TestBadInputWindow::theMissingPathIsSetInThePreferences()
{
    JobParameters tools = m_tools;
    tools.database = m_home.filePath(QStringLiteral("none.fasta"));
    m_workbench->setPreferences(tools);
    drop(caseOf(QStringLiteral("a lonely protein")).files);
    QTRY_VERIFY2_WITH_TIMEOUT(!answers().isEmpty(), qPrintable(message()), kPatience);
    clickAnswer(QStringLiteral("Set path…"));
    const auto dialog = [this] { return m_window->findChild<PreferencesDialog *>(); };
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    const auto *pages = dialog()->findChild<QTabWidget *>(QStringLiteral("pages"));
    QCOMPARE(pages->currentIndex(), int(PreferencesDialog::Page::Database));
    dialog()->reject();
    QTRY_VERIFY(!dialog());
}

void TestBadInputWindow::aZeroGradientIsSaidInWords()
{
    auto weights = SafeTensors::load(m_home.filePath(QStringLiteral("model1.safetensors")));
    QVERIFY(weights.isOk());
    std::ranges::fill(weights.value().tensors[QStringLiteral("conv3.weight")].values, 0.0F);
    const QString path = m_home.filePath(QStringLiteral("zero.safetensors"));
    QVERIFY(weights.value().save(path).isOk());
    m_workbench->openNetwork(path);
    QTRY_VERIFY2_WITH_TIMEOUT(hasNewResult(), qPrintable(message()), kPatience);
    const auto *mosaic = m_window->panels()->gradient();
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->explanations()->current() && mosaic->picture().window, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(mosaic->painter().isAllZero(), kPatience);
    QCOMPARE(mosaic->picture().zeroMessage, QStringLiteral("Gradient is exactly zero: no active path"));
}

void TestBadInputWindow::theWindowNeverStoodStill()
{
    qInfo("the window's thread was busy for %lld ms at most (%s)", static_cast<long long>(m_longest),
          qPrintable(m_slowest));
    QVERIFY(m_longest < kFrozen);
}

QTEST_MAIN(TestBadInputWindow)
#include "tst_badinput_window.moc"
