"""What strangers may write into a name, a title, a passage or an address."""

# `pwned` is what each would say or become if a format let it act.
PAYLOADS = (
    "<script>document.title='pwned'</script>",
    '"><img src=x onerror="document.title=\'pwned\'">',
    "'><svg/onload=document.title='pwned'>",
    "</title></style></script><script>document.title='pwned'</script>",
    "--><iframe srcdoc=\"<script>parent.document.title='pwned'</script>\">",
    "{{ 7*191 }}{% raw %}${7*191}",
    "[bold red]pwned[/bold red] [link=https://pwned.example]x[/link] :bomb:",
    "[pwned](javascript:alert(1)) ![x](https://pwned.example/x.png) https://pwned.example",
    "# pwned\n\n| a | b |\n|---|---|\n<!-- `pwned` ~~~",
    "\x1b]0;pwned\x07\x1b[31mpwned\x1b[0m\x9b31m\r\x08",
    "\u202epwned\u202c \u2066pwned\u2069 \u2028\u2029",
    "\ud800 lone \x00 nul",
)
HOSTILE_URLS = (
    "javascript:document.title='pwned'",
    "JaVaScRiPt:document.title='pwned'",
    "data:text/html,<script>document.title='pwned'</script>",
    "https://pwned.example/\"onmouseover=\"document.title='pwned'",
    "https://pwned.example/)<script>",
    "https://pwned.example/\x1b]8;;x\x07",
    "https://[::1",
    "//pwned.example/x",
    " javascript:alert(1)",
    "vbscript:pwned",
    "file:///etc/passwd",
    "https:///no-host",
)
