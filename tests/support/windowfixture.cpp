// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowfixture.h"

#include "tests/support/dropfiles.h"
#include "tests/support/testmodel.h"
#include "tests/support/warnings.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QFile>

namespace WhiteBox::Test {

void WindowFixture::makeHome()
{
    QCoreApplication::setOrganizationName(QStringLiteral("whitebox-test"));
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    qputenv("WHITEBOX_HOME", m_home.path().toUtf8());
    const QString model = writeTestModel(m_home.path());
    QVERIFY(!model.isEmpty());
    qputenv("WHITEBOX_MODEL", model.toUtf8());
    applyTheme(*qApp,
               qEnvironmentVariable("WHITEBOX_THEME") == QLatin1String("dark") ? Theme::Dark : Theme::Light);
}

void WindowFixture::setUp()
{
    QTest::failOnWarning(anyWarning());
    makeFolder();
    openWindow();
}

void WindowFixture::makeFolder()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void WindowFixture::openWindow()
{
    closeWindow();
    m_workbench = std::make_unique<Workbench>();
    m_window = std::make_unique<MainWindow>(m_workbench.get());
    m_window->setAsksBeforeClosing(false);
    QVERIFY(m_workbench->openStore(libraryFolder()).isOk());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void WindowFixture::closeWindow()
{
    m_window.reset();
    m_workbench.reset();
}

QString WindowFixture::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

void WindowFixture::drop(const QStringList &paths)
{
    QVERIFY(dropFiles(m_window.get(), paths));
}

} // namespace WhiteBox::Test
