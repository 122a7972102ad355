// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "app/perspectives.h"
#include "app/windowmemory.h"
#include "tests/support/testmodel.h"
#include "tests/support/warnings.h"
#include "widgets/messagebanner.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

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

private:
    /// A new start of the program on the same home.
    void start();
    void end();
    void openAlignment();

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

void TestWindowMemory::openAlignment()
{
    const QString path = m_home->filePath(QStringLiteral("family.aln"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    // Rows of a family with gaps: without any it could be one long sequence.
    std::mt19937 random(5);
    QByteArray query;
    for (int column = 0; column < 32; ++column)
        query += "ACDEFGHIKLMNPQRSTVWY"[random() % 20];
    for (int n = 0; n < 40; ++n) {
        QByteArray row = query;
        for (char &letter : row)
            letter = n > 0 && random() % 3 == 0 ? "ACDEFGHIKLMNPQRSTVW-"[random() % 20] : letter;
        file.write(row + '\n');
    }
    file.close();
    m_workbench->openFiles({path});
    QTRY_VERIFY2_WITH_TIMEOUT(m_workbench->result() != nullptr, qPrintable(m_window->errorBanner()->text()),
                              10000);
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
    QTRY_COMPARE_WITH_TIMEOUT(QSettings().value(QStringLiteral("view/method"), -1).toInt(),
                              int(ExplanationMethod::Gradient), 5000);
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
        for (const char *key : {"channel", "method", "target", "scale", "order", "marks", "separation"})
            kept.setValue(QStringLiteral("view/") + QLatin1String(key), QStringLiteral("-7"));
        kept.setValue(QStringLiteral("view/method"), QStringLiteral("yes"));
        kept.setValue(QStringLiteral("view/scale"), 99);
        kept.setValue(QStringLiteral("view/marks"), 3); // is not offered
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

QTEST_MAIN(TestWindowMemory)
#include "tst_windowmemory.moc"
