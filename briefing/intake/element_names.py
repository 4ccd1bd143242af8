"""What pages call their elements: what is no article, captions, the posts of a forum, notes."""

import re

OUTSIDE_TAGS = frozenset(("nav", "footer", "aside"))
OUTSIDE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog"))
OUTSIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|share|sharing|social|newsletter|subscribe|signup|promo|advert\w*|ads?|sponsor\w*"
    r"|cookie\w*|consent|gdpr|toc|table-of-contents|breadcrumbs?|menu|nav|navbar|sidebar|comments?|tags?|taglist|more-stories|most-read|trending"
    r"|popular|outbrain|taboola|paywall|author-bio|author-info|author-box|author-block|byline|dateline|timestamp|pagination"
    r"|authors|author-list|contributors|article-info|citation|cite|video-player|video-box|media-player|skip-link|footer|toolbar|meta|metadata|feedback|donate|donation|join|membership|cta|signup|sign-up|subscription\w*|pullquote|pull-quote)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
APART_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|newsletter|newsletter-\w+|signup|sign-up|subscription-\w+|cookie\w*|consent|gdpr|toc|comments"
    r"|comment-list|most-read|more-stories|trending|outbrain|taboola|author-bio|author-info|author-box|author-block|barrier"
    r"|donate|donation|join|membership|cta|feedback|pullquote|pull-quote|sharing|social-share|recirc|metadata)(?:$|[\s_-])",
    re.IGNORECASE,
)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
CAPTION_NAMES = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])", re.IGNORECASE)
POST_NAMES = re.compile(
    r"(?:^|[\s_-])(?:postbody|post_body|postcontent|post_message|post-message|postmessage|message-body|messagecontent"
    r"|bb-wrapper|usertext-body|js-post-body|posttext|post-text|crawler-post|cooked|user-content|type_rich-text|toptext|commtext"
    r"|msg_\d+)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What forums call the words of a post."""
FIRST_POST = {"toptext": "commtext"}
NOTE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:footnotes?|endnotes?|references|reference-list|ref-list|reflist|bibliography|works-cited|ftn\d+)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What pages call the notes and sources of an article."""
