// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "app/perspectives.h"
#include "app/recentfiles.h"
#include "app/windowmemory.h"
#include "tests/support/testmodel.h"
#include "tests/support/warnings.h"
#include "widgets/jobspanel.h"
#include "widgets/messagebanner.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace WhiteBox;

class TestWindowMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatWasLeftComesBack();
    void changesAreKeptWithoutAnEnd();
    void aResultThatIsGoneIsNotOpened();
    void damagedSettingsArePassedOver();
    void aSessionOpensOnAnotherMachine();
    void aSessionCarriesAllResultsThatWereVisited();
    void aSessionsResultComesBack();
    void aSessionThatIsGoneIsTold();
    void anotherSessionOfTheSameNameOpensAsItTells();
    void damagedSessionsLeaveTheOpenResult();
    void filesAreOpenedAgainFromTheMenu();

private:
    /// A new start of the program on the same home.
    void start();
    void end();
    void openAlignment(int length = 32);
    bool isOpen(int length) const
    {
        return m_workbench->result() && m_workbench->result()->length() == length;
    }
    /// Of two results, 32 and 26 residues long, the latter open; then another library with it open.
    void openSessionElsewhere(const QString &path);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowMemory> m_memory;
};

void TestWindowMemory::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("whitebox-test"));
    applyTheme(*qApp, Theme::Light);
}

void TestWindowMemory::init()
{
    QTest::failOnWarning(Test::anyWarning());
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("WHITEBOX_HOME", m_home->path().toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home->path());
    const QString model = Test::writeTestModel(m_home->path());
    QVERIFY(!model.isEmpty());
    qputenv("WHITEBOX_MODEL", model.toUtf8());
    start();
}

void TestWindowMemory::cleanup()
{
    end();
    m_home.reset();
}

void TestWindowMemory::start()
{
    m_workbench = std::make_unique<Workbench>();
    m_window = std::make_unique<MainWindow>(m_workbench.get());
    m_window->setAsksBeforeClosing(false);
    m_memory = std::make_unique<WindowMemory>(m_window.get(), m_workbench.get());
    QVERIFY(m_workbench->openStore().isOk());
    m_memory->restore();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWindowMemory::end()
{
    m_memory.reset();
    m_window.reset();
    m_workbench.reset();
}

void TestWindowMemory::openAlignment(int length)
{
    const QString path = m_home->filePath(QStringLiteral("family%1.aln").arg(length));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    // Rows of a family with gaps: without any it could be one long sequence.
    std::mt19937 random(5);
    QByteArray query;
    for (int column = 0; column < length; ++column)
        query += "ACDEFGHIKLMNPQRSTVWY"[random() % 20];
    for (int n = 0; n < 40; ++n) {
        QByteArray row = query;
        for (char &letter : row)
            letter = n > 0 && random() % 3 == 0 ? "ACDEFGHIKLMNPQRSTVW-"[random() % 20] : letter;
        file.write(row + '\n');
    }
    file.close();
    m_workbench->openFiles({path});
    QTRY_VERIFY2_WITH_TIMEOUT(m_workbench->result() && m_workbench->result()->length() == length,
                              qPrintable(m_window->errorBanner()->text()), 10000);
    QVERIFY(!m_workbench->result()->jobId.isEmpty());
}

void TestWindowMemory::whatWasLeftComesBack()
{
    openAlignment();
    QVERIFY(m_workbench->result());
    const QString id = m_workbench->result()->jobId;
    m_workbench->selection()->setPair(ResiduePair{21, 6});
    m_workbench->settings()->setMethod(ExplanationMethod::Deconvnet);
    m_workbench->settings()->setChannel(1);
    m_workbench->settings()->setOrder(ResidueOrder::Charge);
    m_workbench->settings()->setMinimumSeparation(12);
    m_window->perspectives()->choose(Perspectives::Kind::Overview);
    m_window->findChild<QDockWidget *>(QStringLiteral("field"))->close();
    m_window->resize(1180, 760);
    end();

    // A start that ends before the result is there forgets nothing.
    start();
    m_memory->reopenResult();
    QVERIFY(!m_workbench->result());
    end();

    start();
    QVERIFY(!m_workbench->result());
    m_memory->reopenResult();
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->result() != nullptr, 20000);
    QCOMPARE(m_workbench->result()->jobId, id);
    QCOMPARE(m_window->jobsPanel()->selectedJob(), id);
    QCOMPARE(m_workbench->selection()->pair(), std::optional(ResiduePair{21, 6}));
    QCOMPARE(m_workbench->settings()->method(), ExplanationMethod::Deconvnet);
    QCOMPARE(m_workbench->settings()->channel(), 1);
    QCOMPARE(m_workbench->settings()->order(), ResidueOrder::Charge);
    QCOMPARE(m_workbench->settings()->minimumSeparation(), 12);
    QCOMPARE(m_window->perspectives()->current(), Perspectives::Kind::Overview);
    QVERIFY(m_window->findChild<QDockWidget *>(QStringLiteral("pair"))->isVisible());
    QVERIFY(!m_window->findChild<QDockWidget *>(QStringLiteral("field"))->isVisible());
    QCOMPARE(m_window->size(), QSize(1180, 760));
}

void TestWindowMemory::changesAreKeptWithoutAnEnd()
{
    m_workbench->settings()->setMethod(ExplanationMethod::Gradient);
    const auto kept = [] {
        const auto view =
            QJsonDocument::fromJson(QSettings().value(QStringLiteral("window/view")).toByteArray());
        return view.object()[QStringLiteral("method")].toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(kept(), QStringLiteral("plain"), 5000);
}

void TestWindowMemory::aResultThatIsGoneIsNotOpened()
{
    end();
    QSettings().setValue(QStringLiteral("window/job"), QStringLiteral("0123456789abcdef"));
    start();
    m_memory->reopenResult();
    QTest::qWait(200);
    QVERIFY(!m_workbench->result());
    QVERIFY(!m_window->errorBanner()->isVisible());
}

void TestWindowMemory::damagedSettingsArePassedOver()
{
    end();
    {
        QSettings kept;
        kept.setValue(
            QStringLiteral("window/view"),
            QByteArray(R"({"channel": -7, "method": "yes", "target": 1.5, "scale": 99, "order": null,
                                     "marks": 3, "separation": [6], "lower": 1, "upper": 1e99})"));
        kept.setValue(QStringLiteral("window/perspectives"), QByteArray("WBPS and then nonsense"));
        kept.setValue(QStringLiteral("window/geometry"), QByteArray("nonsense"));
        kept.setValue(QStringLiteral("window/pair"), QStringLiteral("here"));
    }
    start();
    const ViewSettings asNew;
    QCOMPARE(m_workbench->settings()->method(), asNew.method());
    QCOMPARE(m_workbench->settings()->channel(), asNew.channel());
    QCOMPARE(m_workbench->settings()->scale(), asNew.scale());
    QCOMPARE(m_workbench->settings()->markedDivisor(), asNew.markedDivisor());
    QCOMPARE(m_workbench->settings()->minimumSeparation(), asNew.minimumSeparation());
    QCOMPARE(m_window->perspectives()->current(), Perspectives::Kind::Explain);
}

void TestWindowMemory::aSessionOpensOnAnotherMachine()
{
    openAlignment();
    const auto before = m_workbench->result();
    m_workbench->selection()->setPair(ResiduePair{21, 6});
    m_workbench->settings()->setMethod(ExplanationMethod::SmoothGrad);
    m_workbench->settings()->setLower(MatrixContent::PredictedCaCb);
    m_workbench->settings()->setMarkedDivisor(2);
    const QTemporaryDir mail;
    const QString path = mail.filePath(QStringLiteral("a \"session\" ü.whitebox"));
    QSignalSpy written(m_workbench.get(), &Workbench::noticed);
    m_workbench->saveSession(path);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && !written.isEmpty(), 10000);
    end();

    init(); // another home, another library
    QCOMPARE(m_workbench->jobs()->rowCount(), 0);
    m_workbench->openFiles({path});
    QTRY_VERIFY2_WITH_TIMEOUT(m_workbench->result() != nullptr, qPrintable(m_window->errorBanner()->text()),
                              10000);
    const auto after = m_workbench->result();
    QCOMPARE(after->query.residues, before->query.residues);
    QVERIFY(std::ranges::equal(after->couplings->values(), before->couplings->values()));
    QVERIFY(std::ranges::equal(after->predicted->values(), before->predicted->values()));
    QCOMPARE(m_workbench->selection()->pair(), std::optional(ResiduePair{21, 6}));
    QCOMPARE(m_workbench->settings()->method(), ExplanationMethod::SmoothGrad);
    QCOMPARE(m_workbench->settings()->lower(), MatrixContent::PredictedCaCb);
    QCOMPARE(m_workbench->settings()->markedDivisor(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->explanations()->current() != nullptr, 10000);
}

void TestWindowMemory::aSessionCarriesAllResultsThatWereVisited()
{
    openAlignment(32);
    m_workbench->selection()->setPair(ResiduePair{21, 6});
    m_workbench->settings()->setMethod(ExplanationMethod::Deconvnet);
    openAlignment(26);
    m_workbench->selection()->setPair(ResiduePair{19, 4});
    m_workbench->settings()->setMethod(ExplanationMethod::Gradient);
    const auto second = m_workbench->result();
    const QTemporaryDir mail;
    const QString path = mail.filePath(QStringLiteral("both.whitebox"));
    QSignalSpy written(m_workbench.get(), &Workbench::noticed);
    m_workbench->saveSession(path);
    QTRY_VERIFY_WITH_TIMEOUT(!written.isEmpty(), 10000);
    end();

    init(); // another home, another library
    m_workbench->openFiles({path});
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(26), 10000);
    QCOMPARE(m_workbench->selection()->pair(), std::optional(ResiduePair{19, 4}));
    QCOMPARE(m_workbench->settings()->method(), ExplanationMethod::Gradient);

    auto *menu = m_window->findChild<QMenu *>(QStringLiteral("visitedMenu"));
    const auto choose = [menu](int place) {
        Q_EMIT menu->aboutToShow();
        menu->actions().value(place)->trigger();
    };
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 2);
    QVERIFY(menu->actions()[0]->isChecked() && !menu->actions()[1]->isChecked());
    choose(1);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(32), 10000);
    QCOMPARE(m_workbench->selection()->pair(), std::optional(ResiduePair{21, 6}));
    QCOMPARE(m_workbench->settings()->method(), ExplanationMethod::Deconvnet);

    // Written over, its results change places; the list still knows where each is.
    QSignalSpy again(m_workbench.get(), &Workbench::noticed);
    m_workbench->saveSession(path);
    QTRY_VERIFY2_WITH_TIMEOUT(!again.isEmpty(), qPrintable(m_window->errorBanner()->text()), 10000);
    choose(0);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(26), 10000);
    QVERIFY(std::ranges::equal(m_workbench->result()->couplings->values(), second->couplings->values()));
    QCOMPARE(m_workbench->selection()->pair(), std::optional(ResiduePair{19, 4}));
    choose(1);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(32), 10000);
}

void TestWindowMemory::openSessionElsewhere(const QString &path)
{
    openAlignment(32);
    openAlignment(26);
    QSignalSpy written(m_workbench.get(), &Workbench::noticed);
    m_workbench->saveSession(path);
    QTRY_VERIFY_WITH_TIMEOUT(!written.isEmpty(), 10000);
    end();
    init();
    m_workbench->openFiles({path});
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(26), 10000);
}

void TestWindowMemory::aSessionsResultComesBack()
{
    const QTemporaryDir mail;
    const QString path = mail.filePath(QStringLiteral("both.whitebox"));
    openSessionElsewhere(path);
    // The other one of the session is left open.
    m_workbench->openVisited(1);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(32), 10000);
    const auto before = m_workbench->result();
    m_workbench->selection()->setPair(ResiduePair{20, 3});
    m_workbench->settings()->setMethod(ExplanationMethod::IntegratedGradients);
    m_workbench->settings()->setScale(MosaicScale::Locked);
    m_workbench->settings()->setLockedLimits(0.25, 0.5);
    m_workbench->settings()->setChannel(2);
    end();

    // A start that ends before the result is there forgets nothing.
    start();
    QVERIFY(m_memory->reopenResult());
    end();

    start();
    QVERIFY(m_memory->reopenResult());
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(32), 10000);
    QVERIFY(std::ranges::equal(m_workbench->result()->couplings->values(), before->couplings->values()));
    QCOMPARE(m_workbench->selection()->pair(), std::optional(ResiduePair{20, 3}));
    QCOMPARE(m_workbench->settings()->method(), ExplanationMethod::IntegratedGradients);
    QCOMPARE(m_workbench->settings()->scale(), MosaicScale::Locked);
    QCOMPARE(m_workbench->settings()->lockedGradient(), 0.25);
    QCOMPARE(m_workbench->settings()->channel(), 2);
    QCOMPARE(m_workbench->visited().all().size(), std::size_t(2)); // the other one is listed
    QVERIFY(!m_window->errorBanner()->isVisible());
    // A result of the library takes its place.
    openAlignment(30);
    end();
    start();
    QVERIFY(m_memory->reopenResult());
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(30), 10000);
}

void TestWindowMemory::aSessionThatIsGoneIsTold()
{
    const QTemporaryDir mail;
    const QString path = mail.filePath(QStringLiteral("both.whitebox"));
    openSessionElsewhere(path);
    end();
    QVERIFY(QFile::remove(path));
    start();
    QVERIFY(m_memory->reopenResult());
    const MessageBanner *banner = m_window->errorBanner();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 10000);
    QCOMPARE(banner->kind(), MessageBanner::Kind::Notice);
    QVERIFY2(banner->text().contains(path), qPrintable(banner->text()));
    QVERIFY(!m_workbench->result());
    end();
    start(); // told once
    QVERIFY(!m_memory->reopenResult());
}

void TestWindowMemory::anotherSessionOfTheSameNameOpensAsItTells()
{
    const QTemporaryDir mail;
    const QString path = mail.filePath(QStringLiteral("s.whitebox"));
    openSessionElsewhere(path);
    m_workbench->openVisited(1);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(32), 10000);
    end();
    const QByteArray left = QSettings().value(QStringLiteral("window/session")).toByteArray();
    QVERIFY(left.contains("family32"));
    QSettings().setValue(QStringLiteral("window/session"), QByteArray(left).replace("family32", "another"));
    start();
    QVERIFY(m_memory->reopenResult());
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(26), 10000); // its first
}

void TestWindowMemory::damagedSessionsLeaveTheOpenResult()
{
    openAlignment();
    const auto shown = m_workbench->result();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.whitebox"));
    QSignalSpy written(m_workbench.get(), &Workbench::noticed);
    m_workbench->saveSession(path);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path) && !written.isEmpty(), 10000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    // One byte of the couplings: their checksum tells.
    file.seek(file.size() / 2);
    const char byte = char(~file.peek(1)[0]);
    file.write(&byte, 1);
    file.close();
    QSignalSpy failed(m_workbench.get(), &Workbench::failed);
    m_workbench->openFiles({path});
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10000);
    QVERIFY(!m_window->errorBanner()->text().isEmpty());
    QCOMPARE(m_workbench->result(), shown);
}

void TestWindowMemory::filesAreOpenedAgainFromTheMenu()
{
    openAlignment();
    auto *menu = m_window->findChild<QMenu *>(QStringLiteral("recentMenu"));
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().first()->toolTip(), m_home->filePath(QStringLiteral("family32.aln")));
    m_workbench->closeResult();
    menu->actions().first()->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->result() != nullptr, 10000);
    for (int k = 0; k < 12; ++k)
        Q_EMIT m_workbench->opened({QStringLiteral("/nowhere/file%1 & more.fa").arg(k)});
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), RecentFiles::kMost + 2);
    QCOMPARE(menu->actions().first()->text(), QStringLiteral("file11 && more.fa"));
    QSignalSpy failed(m_workbench.get(), &Workbench::failed);
    menu->actions().first()->trigger(); // it is gone
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10000);
    menu->actions().last()->trigger();
    Q_EMIT menu->aboutToShow();
    QVERIFY(!menu->actions().first()->isEnabled());
}

QTEST_MAIN(TestWindowMemory)
#include "tst_windowmemory.moc"
