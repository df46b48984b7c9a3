package org.waymark.bot.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The page in a real browser at the width of a phone. Skipped where there is no Chromium, unless
 * {@code WAYMARK_BROWSER_REQUIRED} is set, as continuous integration does.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:browser;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
      "management.server.port=0"
    })
class BrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final int PHONE_WIDTH = 390;
  private static final String MESSAGES = "**/messages";

  private static Playwright playwright;
  private static Browser browser;

  @LocalServerPort private int port;

  private final List<String> errors = new ArrayList<>();
  private BrowserContext context;

  @BeforeAll
  static void start() {
    boolean found = Files.isExecutable(CHROMIUM);
    if (System.getenv("WAYMARK_BROWSER_REQUIRED") == null) {
      Assumptions.assumeTrue(
          found,
          "There is no " + CHROMIUM + "; install Debian's chromium to run the browser tests.");
    }
    assertThat(found).as("Continuous integration needs %s", CHROMIUM).isTrue();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @AfterEach
  void close() {
    context.close();
    assertThat(errors).as("errors in the browser's console").isEmpty();
  }

  private Page open(String locale) {
    context =
        browser.newContext(
            new Browser.NewContextOptions().setLocale(locale).setViewportSize(PHONE_WIDTH, 844));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && !message.text().contains("ERR_INTERNET_DISCONNECTED")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    page.navigate("http://localhost:" + port + "/");
    assertThat(page.locator("[data-kind=welcome]")).isVisible();
    return page;
  }

  private static void ask(Page page, String text) {
    page.locator("#text").fill(text);
    page.locator("#text").press("Enter");
  }

  private static void fitsTheScreen(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("the page is no wider than the phone")
        .isEqualTo(PHONE_WIDTH);
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }

  @Test
  void answersANewcomerInSpanish() {
    Page page = open("es-MX");
    assertThat(page.locator("html")).hasAttribute("lang", "es");
    ask(page, "no tengo papeles puedo estudiar para electricista?");
    Locator answer = page.locator("[data-kind=answer]");
    assertThat(answer).hasAttribute("data-intent", "status-and-access");
    assertThat(answer.locator("ol li")).not().hasCount(0);
    assertThat(answer.locator("a").first())
        .hasAttribute("href", java.util.regex.Pattern.compile("https://.*"));
    fitsTheScreen(page);
    picture(page, "answer-es");
  }

  @Test
  void showsTheCardAsPictureWhateverTheMachineIsCalled() {
    // The address schools give out has another port than the one this page came from.
    Page page = open("en-US");
    ask(page, "how do i pay for college");
    page.locator("[data-option='card:financial-aid']").click();
    Locator card = page.locator("a.card");
    assertThat(card.locator("img")).hasJSProperty("naturalWidth", 1080);
    assertThat(card).hasAttribute("href", "/card/en/financial-aid");
    fitsTheScreen(page);
    picture(page, "card-en");
  }

  @Test
  void turnsRightToLeftForArabic() {
    Page page = open("en-US");
    ask(page, "كيف احصل على مساعدة مالية للدراسة؟");
    assertThat(page.locator("[data-kind=answer]").first()).isVisible();
    assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    assertThat(page.locator("html")).hasAttribute("lang", "ar");
    fitsTheScreen(page);
    picture(page, "answer-ar");
  }

  @Test
  void showsEmergencyHelpAsAnAlert() {
    Page page = open("en-US");
    ask(page, "i want to kill myself");
    Locator alert = page.locator("[data-kind=emergency]");
    assertThat(alert).containsText("988");
    assertThat(page.locator("[role=alert]")).containsText("988");
    picture(page, "emergency-en");
    page.reload();
    assertThat(alert).containsText("988");
    assertThat(page.locator("[role=alert]")).isEmpty();
  }

  @Test
  void goesThroughTheMenuByKeyboard() {
    Page page = open("en-US");
    page.locator("[data-option='speak:en']").focus();
    page.keyboard().press("Enter");
    page.locator("[data-option=menu]").first().focus();
    page.keyboard().press("Enter");
    page.locator("[data-option='area:money']").focus();
    page.keyboard().press("Enter");
    page.locator("[data-option='ask:scholarships']").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-intent=scholarships]")).isVisible();
    fitsTheScreen(page);
    picture(page, "menu-en");
  }

  @Test
  void sendsOnceWhatWasWrittenWithoutNetwork() {
    Page page = open("en-US");
    context.setOffline(true);
    ask(page, "where can i learn english at night");
    assertThat(page.locator("#status")).isVisible();
    context.setOffline(false);
    assertThat(page.locator("[data-kind=answer], [data-kind=clarify]").first())
        .isVisible(
            new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                .setTimeout(30_000));
    assertThat(page.locator(".message.contact")).hasCount(1);
    assertThat(page.locator("[data-kind=answer], [data-kind=clarify]")).hasCount(1);
  }

  @Test
  void showsTheConversationAgainAfterAReload() {
    Page page = open("en-US");
    ask(page, "how can i pay for school");
    assertThat(page.locator("[data-kind=answer]")).isVisible();
    page.reload();
    assertThat(page.locator("[data-kind=answer]")).isVisible();
    assertThat(page.locator(".message.contact")).hasCount(1);
  }

  @Test
  void showsWhatAContactWroteAsText() {
    Page page = open("en-US");
    ask(page, "<img src=x onerror=alert(1)> **bold** how do i pay for school");
    page.reload();
    assertThat(page.locator(".message.contact")).containsText("<img src=x onerror=alert(1)>");
    assertThat(page.locator(".message.contact img")).hasCount(0);
  }

  @Test
  void namesEveryControlForScreenReaders() {
    Page page = open("ar");
    assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    Object unnamed =
        page.evaluate(
            "[...document.querySelectorAll('button, select, textarea')].filter(e =>"
                + " !(e.textContent.trim() || e.labels?.[0]?.textContent.trim() ||"
                + " e.ariaLabel)).length");
    assertThat(unnamed).isEqualTo(0);
    fitsTheScreen(page);
    picture(page, "welcome-ar");
  }

  private static void shows(Page page, String from, int count) {
    assertThat(page.locator("#messages .message." + from)).hasCount(count);
    assertThat(page.locator("#waiting .message")).hasCount(0);
  }

  /** The browser itself reports refused requests; here they are wanted. */
  private void expectRefusals(int status) {
    errors.removeIf(error -> error.contains("status of " + status));
  }

  @Test
  void beginsAnewWhenItsConversationIsUnknown() {
    Page page = open("en-US");
    String unknown = "00000000-0000-0000-0000-000000000000";
    page.evaluate(
        "sessionStorage.setItem('waymark', '{\"id\":\"" + unknown + "\",\"token\":\"x\"}')");
    page.reload();
    assertThat(page.locator("[data-kind=welcome]")).isVisible();
    assertThat(page.evaluate("JSON.parse(sessionStorage.getItem('waymark')).id"))
        .isNotEqualTo(unknown);
    ask(page, "how can i pay for school");
    assertThat(page.locator("[data-kind=answer]")).isVisible();
    expectRefusals(404);
  }

  @Test
  void sendsAgainIntoANewConversationWhenItsOwnIsGone() {
    Page page = open("en-US");
    page.evaluate(
        "(() => { const c = JSON.parse(sessionStorage.getItem('waymark'));"
            + " return fetch('api/chat/conversations/' + c.id,"
            + " {method: 'DELETE', headers: {Authorization: 'Bearer ' + c.token}}); })()");
    ask(page, "how can i pay for school");
    assertThat(page.locator("[data-kind=answer]")).isVisible();
    shows(page, "contact", 1);
    expectRefusals(404);
  }

  @Test
  void forgetsWhatWasSaidWhenTheChatErasesIt() {
    Page page = open("en-US");
    ask(page, "delete my data");
    page.locator("[data-option='delete:yes']").click();
    assertThat(page.locator("[data-kind=erased]")).isVisible();
    assertThat(page.locator(".message")).hasCount(1);
    ask(page, "how can i pay for school");
    assertThat(page.locator("[data-kind=answer]")).isVisible();
    shows(page, "contact", 1);
  }

  @Test
  void showsEachMessageOnceInItsOrder() {
    Page page = open("en-US");
    ask(page, "how can i pay for school");
    ask(page, "where can i learn english at night");
    page.locator("[data-option='speak:en']").click();
    assertThat(page.locator("[data-kind=language-set]")).isVisible();
    shows(page, "contact", 3);
    assertThat(page.locator(".message.contact").first()).containsText("pay for school");
    assertThat(page.locator(".message.contact").last()).containsText("English");
  }

  @Test
  void dropsWhatWaitsWhenTheConversationIsErased() {
    Page page = open("en-US");
    page.onDialog(Dialog::accept);
    page.route(MESSAGES, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    ask(page, "this never leaves the page");
    assertThat(page.locator(".message.waiting")).hasCount(1);
    page.locator("#erase").click();
    assertThat(page.locator(".message")).hasCount(1);
    page.unroute(MESSAGES);
    ask(page, "how can i pay for school");
    assertThat(page.locator("[data-kind=answer]")).isVisible();
    shows(page, "contact", 1);
    expectRefusals(503);
  }

  @Test
  void offersToSendAgainWhatWasRefused() {
    Page page = open("en-US");
    page.route(MESSAGES, route -> route.fulfill(new Route.FulfillOptions().setStatus(400)));
    ask(page, "how can i pay for school");
    assertThat(page.locator(".message.failed")).containsText("Not sent");
    picture(page, "not-sent-en");
    page.unroute(MESSAGES);
    page.locator(".message.failed button").click();
    assertThat(page.locator("[data-kind=answer]")).isVisible();
    shows(page, "contact", 1);
    expectRefusals(400);
  }

  @Test
  void keepsATextThatIsTooLong() {
    Page page = open("en-US");
    String tooLong = "school ".repeat(700);
    ask(page, tooLong);
    assertThat(page.locator("#status")).containsText("4,096");
    assertThat(page.locator("#text")).hasValue(tooLong);
    shows(page, "contact", 0);
  }

  @Test
  void opensTheStreamAgainWhenNothingComes() {
    context = browser.newContext(new Browser.NewContextOptions().setLocale("en-US"));
    Page page = context.newPage();
    page.clock().install();
    AtomicInteger streams = new AtomicInteger();
    page.route("**/events**", _ -> streams.incrementAndGet()); // never answered
    page.navigate("http://localhost:" + port + "/");
    page.waitForCondition(() -> streams.get() == 1);
    page.clock().fastForward(44_000);
    assertThat(streams).hasValue(1);
    page.unroute("**/events**");
    page.clock().fastForward(2_000);
    assertThat(page.locator("[data-kind=welcome]")).isVisible();
  }

  @Test
  void opensTheStreamAgainWhenTheNetworkIsBack() {
    Page page = open("en-US");
    page.waitForRequest(
        "**/events**", () -> page.evaluate("window.dispatchEvent(new Event('online'))"));
    page.waitForRequest(
        "**/events**",
        () ->
            page.evaluate(
                "window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"));
    ask(page, "how can i pay for school");
    assertThat(page.locator("[data-kind=answer]")).hasCount(1);
  }

  @Test
  void sendsOnlyTheLastOfSeveralLanguages() {
    Page page = open("en-US");
    page.locator("#language").selectOption("es");
    page.locator("#language").selectOption("ar");
    assertThat(page.locator("[data-kind=language-set]")).hasAttribute("lang", "ar");
    assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    shows(page, "contact", 1);
  }

  @Test
  void namesTheSenderAndTheLanguageOfEachPart() {
    Page page = open("en-US");
    ask(page, "how can i pay for school");
    assertThat(page.locator("[data-kind=answer] .sender")).containsText("Waymark");
    assertThat(page.locator(".message.contact .sender")).containsText("You");
    assertThat(page.locator("[data-option='speak:ar']").first()).hasAttribute("lang", "ar");
    assertThat(page.locator("[role=log] > ol > li")).not().hasCount(0);
    assertThat(page.locator("#status")).hasAttribute("role", "status");
  }

  @Test
  void keepsItsLanguageWhenAnAnswerExistsOnlyInAnother() {
    Page page = open("ar");
    page.locator("[data-option='speak:ar']").click();
    assertThat(page.locator("[data-kind=language-set]")).isVisible();
    page.route(
        "**/events**",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/event-stream")
                    .setBody(
                        "data:{\"seq\":99,\"from\":\"bot\",\"kind\":\"answer\",\"text\":\"a\","
                            + "\"formatted\":{\"blocks\":[]},\"language\":\"en\","
                            + "\"direction\":\"ltr\",\"options\":[],\"links\":[]}\n\n")));
    page.evaluate("window.dispatchEvent(new Event('online'))");
    assertThat(page.locator("[data-kind=answer]")).hasAttribute("lang", "en");
    assertThat(page.locator("html")).hasAttribute("lang", "ar");
  }
}
