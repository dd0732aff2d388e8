using Spark.Engine.Reading;

namespace Spark.Engine.Tests.Reading.Schemas;

/// <summary>A sound bot with the fields that few bots have.</summary>
internal static class EveryField
{
    public static BotSource Source { get; } = new("every-field", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bot.yaml"] = """
            spark: 1
            bot: every-field
            languages: [en, nl]
            timezone: Europe/Brussels
            longest: 4000
            idle: 6h
            words: { stop: bye, help: { goto: bye, en: [aid] } }
            understanding: { threshold: { en: 0.5, nl: 0.6 }, synonyms: { en: [[laptop, notebook]] }, stopWords: { nl: [de, het] } }
            connections: { directory: { plugin: call } }
            variables:
              copies: { type: integer, min: 1, max: 9, default: 2 }
              size: { type: choice, values: [small, big], default: small }
              device: { type: text, scope: person, keep: 30d }
              tags: { type: list, default: [a, b] }
              order: { type: composite, parts: { many: copies, big: size }, patterns: { en: ["{many} {big} ones"], nl: ["{many} {big}"] } }
            events: { started: start, changed: { size: bye } }
            """,
        ["intents.yaml"] = """
            print:
              en: [print it]
              nl: [druk het af]
            """,
        ["dialogs/start.yaml"] = """
            dialog: start
            contexts: { printing: 2 }
            steps:
              - { id: greeting, say: [Hello., Hi.], delay: 500ms }
              - id: shown
                card: { type: AdaptiveCard, body: [{ type: TextBlock, text: Printers }] }
                media: [{ image: "https://example.com/a.png", title: A printer }, { file: "https://example.com/a.pdf" }]
                buttons: { more: { title: More, goto: bye }, big: { title: Big, set: { size: '"big"' } } }
              - { id: film, media: { video: "https://example.com/a.mp4" } }
              - id: offers
                carousel:
                  first: { title: One, subtitle: The first, image: "https://example.com/1.png", link: "https://example.com/1", buttons: { take: { title: Take, goto: bye } } }
              - { id: rows, say: "Rows of {tags}", list: { row: { title: Row } }, replies: { fine: { title: Fine, goto: bye } } }
              - id: how-many
                ask: [How many?, "How many copies?"]
                into: copies
                suggest: '["1", "2"]'
                check: copies != 4
                again: true
                understand: print
                invalid: [A number please., From 1 to 9.]
                tries: 3
                otherwise: bye
                wait: 10m
                unanswered: [{ id: still, say: Still there? }]
                interrupt: [print]
              - { id: which, ask: Which size?, into: size, again: true, choices: { small: Little, big: { title: Large, synonyms: [huge, vast] } } }
              - { id: sure, confirm: Sure?, accept: Do it, decline: Leave it, invalid: Yes or no?, tries: 2, wait: 1m, unanswered: bye, otherwise: bye, interrupt: [print] }
              - visit: pick
                with: { storey: "3" }
                save: { device: printer }
              - run: act
                then: { done: { id: done, say: Done., end: resolved }, declined: next, failed: next }
              - { id: ready, card: { body: [] }, goto: bye }
            """,
        ["dialogs/pick.yaml"] = """
            dialog: pick
            input: { storey: integer }
            result: { printer: text }
            steps:
              - { id: which, ask: "Which printer on floor {storey}?", into: printer }
            """,
        ["dialogs/bye.yaml"] = """
            dialog: bye
            trigger: { intents: [print], contexts: [printing], when: copies > 1 }
            steps:
              - { id: goodbye, media: { audio: "https://example.com/bye.mp3" } }
              - { end: resolved, type: security-concern }
            """,
        ["actions/act.yaml"] = """
            action: act
            steps:
              - id: order
                call: directory
                post: /orders
                body: { note: x }
                as: json
                tries: 3
                approve: Order it?
                discloses: [device]
                outcomes: { done: result.status = 201 }
                otherwise: failed
                timeout: 5s
            """,
    });
}
