// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/warnings.h"
#include "widgets/startpage.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace WhiteBox;

namespace {

SetupItem item(const char *id, bool ok)
{
    SetupItem made;
    made.id = QLatin1String(id);
    made.name = made.id;
    made.ok = ok;
    made.path = ok ? QStringLiteral("/usr/bin/") + made.id : QString();
    made.version = ok ? QStringLiteral("1.0") : QString();
    if (!ok)
        made.error.what = QStringLiteral("It was not found");
    return made;
}

} // namespace

class TestStartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyItemTellsPathAndVersion();
    void whatIsMissingHasItsFix();
    void aNewCheckReplacesTheOld();

private:
    bool says(const QString &text) const;
    QPushButton *button(const char *name) const
    {
        return m_page->findChild<QPushButton *>(QLatin1String(name));
    }

    std::unique_ptr<StartPage> m_page;
};

void TestStartPage::init()
{
    QTest::failOnWarning(Test::anyWarning());
    m_page = std::make_unique<StartPage>();
    m_page->resize(900, 800);
    m_page->show();
}

bool TestStartPage::says(const QString &text) const
{
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}

void TestStartPage::everyItemTellsPathAndVersion()
{
    m_page->setItems({item("jackhmmer", true), item("database", true), item("couplings", true)});
    QTRY_VERIFY(says(QStringLiteral("/usr/bin/jackhmmer")) && says(QStringLiteral("1.0")));
    QVERIFY(says(QStringLiteral("everything is there")));
    QVERIFY(!button("fix-jackhmmer") && !button("fix-couplings"));
    QSignalSpy database(m_page.get(), &StartPage::databaseRequested);
    QTest::mouseClick(button("fix-database"), Qt::LeftButton);
    QCOMPARE(database.count(), 1);
}

void TestStartPage::whatIsMissingHasItsFix()
{
    SetupItem jackhmmer = item("jackhmmer", false);
    jackhmmer.command = QStringLiteral("sudo apt-get install hmmer");
    m_page->setItems({jackhmmer, item("couplings", false), item("model", true)});
    QTRY_VERIFY(says(QStringLiteral("sudo apt-get install hmmer")));
    QVERIFY(says(QStringLiteral("2 missing")));
    QTest::mouseClick(button("fix-jackhmmer"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), jackhmmer.command);
    QSignalSpy builtIn(m_page.get(), &StartPage::builtInEngineRequested);
    QTest::mouseClick(button("fix-couplings"), Qt::LeftButton);
    QCOMPARE(builtIn.count(), 1);
}

void TestStartPage::aNewCheckReplacesTheOld()
{
    m_page->setItems({item("jackhmmer", false)});
    QTRY_VERIFY(says(QStringLiteral("It was not found")));
    // The check may be asked for, and answered, from a row's own button.
    QSignalSpy check(m_page.get(), &StartPage::checkRequested);
    connect(m_page.get(), &StartPage::checkRequested, m_page.get(),
            [this] { m_page->setItems({item("jackhmmer", true)}); });
    QTest::mouseClick(button("checkSetup"), Qt::LeftButton);
    QCOMPARE(check.count(), 1);
    QTRY_VERIFY(!says(QStringLiteral("It was not found")));
    QTRY_VERIFY(says(QStringLiteral("/usr/bin/jackhmmer")));
}

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
