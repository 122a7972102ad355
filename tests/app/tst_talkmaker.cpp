// SPDX-License-Identifier: GPL-3.0-or-later
// Help ▸ The 2018 talk: its progress is shown, it can be stopped, and only a whole PDF is left.
#include "app/mainwindow.h"
#include "app/talkmaker.h"
#include "tests/support/testmodel.h"
#include "tests/support/testresult.h"
#include "tests/support/warnings.h"
#include "widgets/messagebanner.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QProgressDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace WhiteBox;

class TestTalkMaker : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;

    QAction *entry(const QString &part) const
    {
        for (QAction *action : m_window->findChildren<QAction *>())
            if (action->text().remove(u'&').contains(part))
                return action;
        return nullptr;
    }

    /// Chooses the entry and types a name into the dialog that it opens.
    void choose(QAction *action, const QString &path)
    {
        QTimer type;
        connect(&type, &QTimer::timeout, this, [&] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            auto *name = dialog ? dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit")) : nullptr;
            if (!name)
                return;
            type.stop();
            name->setText(path);
            QTest::keyClick(name, Qt::Key_Return);
        });
        type.start(50);
        action->trigger();
    }

    QProgressDialog *progress() const { return m_window->findChild<QProgressDialog *>(); }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("whitebox-test"));
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        // The program that draws stands where an installed one would.
        const QDir here(QCoreApplication::applicationDirPath());
        QVERIFY(here.mkpath(QStringLiteral("cli")));
        const QString place = here.filePath(QStringLiteral("cli/whitebox-figures"));
        QFile::remove(place);
        QVERIFY(QFile::link(QStringLiteral(WB_FIGURES), place));
    }

    void init()
    {
        QTest::failOnWarning(Test::anyWarning());
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("WHITEBOX_HOME", m_folder->path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_folder->path().toUtf8());
        qputenv("WHITEBOX_MODEL", Test::writeTestModel(m_folder->path()).toUtf8());
        m_workbench = std::make_unique<Workbench>();
        m_window = std::make_unique<MainWindow>(m_workbench.get());
        m_window->setAsksBeforeClosing(false);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_workbench.reset();
    }

    void withoutAPairWhatToDoIsTold()
    {
        QAction *action = entry(QStringLiteral("selected pair"));
        QVERIFY(action);
        action->trigger();
        QVERIFY(m_window->errorBanner()->isVisible());
        QVERIFY(m_window->errorBanner()->text().contains(QStringLiteral("click a pair")));
    }

    void theTalkOfTheSelectedPairIsOnePdf()
    {
        m_workbench->setResult(Test::makeResult(24));
        m_workbench->selection()->setPair(ResiduePair{4, 15});
        const QString path = m_folder->filePath(QStringLiteral("of the pair")); // gets its suffix
        choose(entry(QStringLiteral("selected pair")), path);
        QTRY_VERIFY_WITH_TIMEOUT(progress() && progress()->isVisible(), 10000);
        // It names the page that is being drawn.
        QTRY_VERIFY_WITH_TIMEOUT(!progress() || progress()->maximum() == 12, 60000);
        QVERIFY(progress());
        QTRY_VERIFY_WITH_TIMEOUT(!progress(), 600000);
        QVERIFY2(!m_window->errorBanner()->isVisible(), qPrintable(m_window->errorBanner()->text()));
        QFile pdf(path + QStringLiteral(".pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QCOMPARE(pdf.read(5), QByteArray("%PDF-"));
    }

    void cancelEndsItAndLeavesNoFile()
    {
        m_workbench->setResult(Test::makeResult(60));
        m_workbench->selection()->setPair(ResiduePair{4, 40});
        QDir(m_folder->path()).mkdir(QStringLiteral("out"));
        const QString path = m_folder->filePath(QStringLiteral("out/talk.pdf"));
        QAction *action = entry(QStringLiteral("selected pair"));
        choose(action, path);
        QTRY_VERIFY_WITH_TIMEOUT(progress() && progress()->maximum() == 12, 60000);
        // Asked for again meanwhile, that is told.
        choose(action, m_folder->filePath(QStringLiteral("out/other.pdf")));
        QTRY_VERIFY(m_window->errorBanner()->isVisible());
        m_window->errorBanner()->hide();
        auto *cancel = progress()->findChild<QPushButton *>();
        QVERIFY(cancel);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!progress(), 20000);
        QVERIFY(!m_window->errorBanner()->isVisible()); // what a person stopped is no error
        QVERIFY(QDir(m_folder->filePath(QStringLiteral("out"))).isEmpty());
    }
};

QTEST_MAIN(TestTalkMaker)
#include "tst_talkmaker.moc"
