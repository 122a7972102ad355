// SPDX-License-Identifier: GPL-3.0-or-later
// The preferences as the window opens them, and the menu that chooses the engine too.
#include "app/mainwindow.h"
#include "tests/support/testmodel.h"
#include "tests/support/warnings.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;

class TestPreferencesMenu : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(Test::anyWarning());
        QCoreApplication::setOrganizationName(QStringLiteral("whitebox-test"));
        qputenv("WHITEBOX_HOME", m_home.path().toUtf8());
        qputenv("WHITEBOX_MODEL", Test::writeTestModel(m_home.path()).toUtf8());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    }

    void menuAndPreferencesShowOneTruth()
    {
        Workbench workbench;
        MainWindow window(&workbench);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto engines = window.findChild<QMenu *>(QStringLiteral("engineMenu"))->actions();
        JobParameters changed = workbench.preferences();
        changed.engine = CouplingsEngine::Ccmpred;
        workbench.setPreferences(changed);
        QVERIFY(engines[1]->isChecked());
        QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(window.findChild<PreferencesDialog *>() != nullptr);
        auto *dialog = window.findChild<PreferencesDialog *>();
        auto *engine = dialog->findChild<QComboBox *>(QStringLiteral("engine"));
        QCOMPARE(engine->currentIndex(), 1);
        dialog->setPage(PreferencesDialog::Page::Computation);
        QTest::keyClick(engine, Qt::Key_Up);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
        QTRY_VERIFY(engines[0]->isChecked());
        QVERIFY(workbench.engine() == CouplingsEngine::BuiltIn);
    }
};

QTEST_MAIN(TestPreferencesMenu)
#include "tst_preferencesmenu.moc"
